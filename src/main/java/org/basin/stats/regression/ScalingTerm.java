package org.basin.stats.regression;

import org.basin.stats.Estimate;

/**
 * One number of a scaling law.
 *
 * @param name what it is; see {@link ScalingFit}
 * @param axis the axis to which it belongs, from 0; −1 if to none
 * @param estimate its value, with an interval if there is one
 * @param p the two-sided p value of 0, for slopes and curvatures; NaN where there is none
 * @param headline whether it belongs to the fit to be quoted
 */
public record ScalingTerm(String name, int axis, Estimate estimate, double p, boolean headline) {

  static final String INTERCEPT = "intercept";
  static final String SLOPE = "slope";
  static final String PER_DECADE = "per_decade";
  static final String CURVATURE = "curvature";
  static final String SCALE = "scale";
  static final String OFFSET = "offset";
  static final String FACTOR = "factor";
  static final String EXPONENT = "exponent";
}
