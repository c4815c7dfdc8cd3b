/** How a number depends on others: regressions, scaling laws and boundaries between phases. */
package org.basin.stats.regression;
