/**
 * How often the intervals of the statistics hold the truth, on synthetic sweeps whose truth is
 * known.
 */
package org.basin.stats.coverage;
