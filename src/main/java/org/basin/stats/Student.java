package org.basin.stats;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Intervals and tests of an estimate whose error was estimated too, by Student's distribution
 * (Student 1908, Biometrika 6:1); with infinitely many degrees of freedom, by the normal one.
 */
public final class Student {

  private Student() {}

  /**
   * The interval value ± q · {@code error}, symmetric about the value.
   *
   * @param error the standard error of {@code value}, ≥ 0
   * @param freedom the degrees of freedom; ∞ for the normal distribution
   * @param level the nominal coverage, between 0 and 1
   * @return the ends are NaN for less than one degree of freedom
   */
  public static Estimate interval(
      double value, double error, double freedom, double level, String method, long count) {
    double half = quantile(freedom, level) * error;
    return new Estimate(value, value - half, value + half, level, method, count);
  }

  /**
   * The quantile q at (1 + level)/2, so that a deviation is within ±q with probability level.
   *
   * @return NaN for less than one degree of freedom
   * @throws IllegalArgumentException unless 0 &lt; level &lt; 1
   */
  public static double quantile(double freedom, double level) {
    double p = (1 + Estimate.checkLevel(level)) / 2;
    if (!(freedom >= 1)) {
      return Double.NaN;
    }
    return Double.isInfinite(freedom)
        ? new NormalDistribution().inverseCumulativeProbability(p)
        : new TDistribution(freedom).inverseCumulativeProbability(p);
  }

  /**
   * The two-sided p value of the hypothesis that an estimate's true value is 0.
   *
   * @return NaN unless the error is positive, because then no error was seen to judge by; NaN for
   *     less than one degree of freedom
   */
  public static double p(double value, double error, double freedom) {
    if (!(error > 0) || !(freedom >= 1)) {
      return Double.NaN;
    }
    double t = -Math.abs(value) / error;
    return 2
        * (Double.isInfinite(freedom)
            ? new NormalDistribution().cumulativeProbability(t)
            : new TDistribution(freedom).cumulativeProbability(t));
  }
}
