package org.basin.stats.comparison;

import org.apache.commons.math3.distribution.TDistribution;
import org.basin.stats.Estimate;

/** Contrasts whose error is that of a mean, by Student's distribution. */
final class StudentContrast {

  private StudentContrast() {}

  /**
   * The contrast {@code value} ± t·{@code error}, with the p value of the hypothesis that it is 0.
   *
   * @param error its standard error; if it is 0, the ends are the value and p is 1 or 0, by whether
   *     the value is 0; if it is NaN, there is no interval and no p
   * @param degrees the degrees of freedom, &gt; 0
   */
  static Contrast of(
      double value, double error, double degrees, double level, String method, long count) {
    Estimate.checkLevel(level);
    double half = Double.NaN;
    double p = Double.NaN;
    if (error == 0) {
      half = 0;
      p = value == 0 ? 1 : 0;
    } else if (error > 0 && degrees > 0 && !Double.isNaN(value)) {
      TDistribution student = new TDistribution(null, degrees);
      half = student.inverseCumulativeProbability((1 + level) / 2) * error;
      p = 2 * student.cumulativeProbability(-Math.abs(value) / error);
    }
    return new Contrast(new Estimate(value, value - half, value + half, level, method, count), p);
  }

  /** The contrast of the exponential of what {@code log} is about. */
  static Contrast exponential(Contrast log) {
    Estimate of = log.estimate();
    return new Contrast(
        new Estimate(
            Math.exp(of.value()),
            Math.exp(of.low()),
            Math.exp(of.high()),
            of.level(),
            of.method(),
            of.count()),
        log.p());
  }

  /**
   * Divides the values by their mean; NaN if one is negative, NaN or infinite, or the mean is 0.
   */
  static double[] relative(double[] sample, double mean) {
    double[] relative = new double[sample.length];
    for (int i = 0; i < sample.length; i++) {
      boolean valid = sample[i] >= 0 && Double.isFinite(mean) && mean > 0;
      relative[i] = valid ? sample[i] / mean : Double.NaN;
    }
    return relative;
  }

  /** The logarithms; NaN where a value is not positive. */
  static double[] logs(double[] sample) {
    double[] logs = new double[sample.length];
    for (int i = 0; i < sample.length; i++) {
      logs[i] = sample[i] > 0 ? Math.log(sample[i]) : Double.NaN;
    }
    return logs;
  }
}
