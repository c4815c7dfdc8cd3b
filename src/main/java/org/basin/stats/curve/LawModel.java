package org.basin.stats.curve;

import org.basin.stats.regression.NonlinearModel;

/**
 * The logarithm z of a law at the steps of a window, as a function of the law's parameters. Steps
 * are scaled so that parameters are neither huge nor tiny; {@link #amplitude} and the others undo
 * it.
 */
interface LawModel extends NonlinearModel {

  /** The model of a law at ascending {@code steps} ≥ 2. */
  static LawModel of(RateLaw law, double[] steps) {
    return switch (law) {
      case EXPONENTIAL -> LinearLaw.exponential(steps);
      case POWER -> LinearLaw.power(steps);
      case LOGARITHMIC -> LinearLaw.logarithmic(steps);
      case STRETCHED -> StretchedLaw.of(steps);
      case OFFSET_POWER -> OffsetLaw.of(steps);
    };
  }

  /**
   * Finds parameters in the valley of the least squares.
   *
   * @param z what is fitted, with mean 0. Not modified.
   * @return null if the law is not identified
   */
  double[] start(double[] z);

  /** Whether the law has these parameters within the range that is searched. */
  boolean allows(double[] parameters);

  /** The index of the parameter by which {@link RateLaw} names the law. */
  int index();

  /** That parameter by step over that by scaled step. */
  double unit();

  /** A over the curve's geometric mean in the window. */
  double amplitude(double[] parameters);

  /** c, per step^p; NaN if the law has none. */
  double rate(double[] parameters);

  /** E over the curve's geometric mean in the window; NaN if the law has none. */
  double offset(double[] parameters);
}
