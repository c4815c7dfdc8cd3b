package org.basin.stats.comparison;

import org.apache.commons.rng.UniformRandomProvider;
import org.basin.stats.location.Location;
import org.basin.stats.location.Moments;
import org.basin.stats.resampling.Bca;

/**
 * Two samples without pairs: trials that share no seeds. Means are compared by the test of Welch
 * (1947), Biometrika 34:28, which does not assume equal variances. The count of each contrast is
 * the number of values of both samples.
 *
 * @param first the values of the first sample, in an order that does not depend on chance
 * @param second the values of the second one, likewise
 */
// Arrays for speed; no code compares two records.
@SuppressWarnings("ArrayRecordComponent")
public record IndependentSamples(double[] first, double[] second) implements TwoSamples {

  /** NaN if a value is NaN; no interval if a sample has fewer than two values. */
  @Override
  public Contrast meanDifference(double level) {
    Moments x = Moments.of(first);
    Moments y = Moments.of(second);
    return welch(y.mean() - x.mean(), x, y, level, "welch-t");
  }

  @Override
  public Contrast difference(
      Location location, int resamples, UniformRandomProvider random, double level) {
    return new Contrast(
        Bca.ofDifference(first, second, location, resamples, random, level), Double.NaN);
  }

  @Override
  public Contrast ratio(double level) {
    Moments x = Moments.of(StudentContrast.logs(first));
    Moments y = Moments.of(StudentContrast.logs(second));
    return StudentContrast.exponential(welch(y.mean() - x.mean(), x, y, level, "welch-t-log"));
  }

  @Override
  public Contrast meanRatio(double level) {
    double m1 = Moments.of(first).mean();
    double m2 = Moments.of(second).mean();
    Moments x = Moments.of(StudentContrast.relative(first, m1));
    Moments y = Moments.of(StudentContrast.relative(second, m2));
    // Both means are 1 up to rounding; they are NaN where the ratio is not defined.
    double log = Double.isNaN(x.mean() + y.mean()) ? Double.NaN : Math.log(m2 / m1);
    return StudentContrast.exponential(welch(log, x, y, level, "welch-t-log"));
  }

  private static Contrast welch(double value, Moments x, Moments y, double level, String method) {
    double a = x.sd() * x.sd() / x.count();
    double b = y.sd() * y.sd() / y.count();
    double degrees = (a + b) * (a + b) / (a * a / (x.count() - 1.0) + b * b / (y.count() - 1.0));
    return StudentContrast.of(
        value, Math.sqrt(a + b), degrees, level, method, x.count() + y.count());
  }
}
