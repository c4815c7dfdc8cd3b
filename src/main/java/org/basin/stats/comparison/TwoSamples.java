package org.basin.stats.comparison;

import org.apache.commons.rng.UniformRandomProvider;
import org.basin.stats.location.Location;

/**
 * Two samples to be compared: in pairs, or independent of one another. Every contrast is about the
 * second sample as against the first.
 */
public sealed interface TwoSamples permits PairedSample, IndependentSamples {

  /**
   * The difference of the means, second less first.
   *
   * @param level the nominal coverage, between 0 and 1
   */
  Contrast meanDifference(double level);

  /**
   * The difference of a location: of the pairs' differences, or of the two samples' locations.
   *
   * @param random the stream of resamples
   */
  Contrast difference(Location location, int resamples, UniformRandomProvider random, double level);

  /** The ratio of the geometric means, second over first; NaN unless all values are positive. */
  Contrast ratio(double level);

  /**
   * The ratio r of the arithmetic means, second over first, of quantities that cannot be negative.
   * Its interval is r·exp(±t·se), Student's interval of ln r with the error of ln r by the delta
   * method.
   *
   * @return NaN if a value is negative, NaN or infinite, or a mean is 0
   */
  Contrast meanRatio(double level);
}
