package org.basin.stats.regression;

import org.basin.stats.Estimate;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/** Intervals and tests of a coefficient by Student's law, or by the normal one. */
final class Student {

  private Student() {}

  /**
   * The interval value ± q · √variance.
   *
   * @param freedom degrees of freedom; ∞ for the normal law; the interval is NaN below 1
   */
  static Estimate interval(
      double value, double variance, double freedom, double level, String method, long count) {
    double half = quantile(freedom, level) * Math.sqrt(variance);
    return new Estimate(value, value - half, value + half, level, method, count);
  }

  /** The (1 + level)/2 quantile; NaN below one degree of freedom. */
  static double quantile(double freedom, double level) {
    double p = (1 + Estimate.checkLevel(level)) / 2;
    if (!(freedom >= 1)) {
      return Double.NaN;
    }
    return Double.isInfinite(freedom)
        ? new NormalDistribution().inverseCumulativeProbability(p)
        : new TDistribution(freedom).inverseCumulativeProbability(p);
  }

  /**
   * The two-sided p value of a coefficient of 0. NaN where the variance is 0, because then no error
   * was seen to judge by.
   */
  static double p(double value, double variance, double freedom) {
    if (!(variance > 0) || !(freedom >= 1)) {
      return Double.NaN;
    }
    double t = -Math.abs(value) / Math.sqrt(variance);
    return 2
        * (Double.isInfinite(freedom)
            ? new NormalDistribution().cumulativeProbability(t)
            : new TDistribution(freedom).cumulativeProbability(t));
  }
}
