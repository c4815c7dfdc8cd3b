/** The small symmetric matrices of regressions and likelihoods. */
package org.basin.stats.linear;
