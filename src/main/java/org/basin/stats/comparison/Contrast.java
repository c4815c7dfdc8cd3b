package org.basin.stats.comparison;

import org.basin.stats.Estimate;

/**
 * A difference or a ratio between two samples.
 *
 * @param estimate its value and interval
 * @param p the two-sided p value of the hypothesis that there is none; NaN if there is no test
 */
public record Contrast(Estimate estimate, double p) {}
