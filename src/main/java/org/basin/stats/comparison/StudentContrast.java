package org.basin.stats.comparison;

import org.basin.stats.Estimate;
import org.basin.stats.Student;

/** Contrasts whose error is that of a mean, by Student's distribution. */
final class StudentContrast {

  private StudentContrast() {}

  /**
   * The contrast {@code value} ± t·{@code error}, with the p value of the hypothesis that it is 0.
   *
   * @param error its standard error; if it is 0, the ends are the value and p is 1 or 0, by whether
   *     the value is 0; if it is NaN, there is no interval and no p
   * @param degrees the degrees of freedom; without one at least, there is no interval and no p
   */
  static Contrast of(
      double value, double error, double degrees, double level, String method, long count) {
    Estimate estimate = Student.interval(value, error, degrees, level, method, count);
    if (error == 0) {
      return new Contrast(
          new Estimate(value, value, value, level, method, count), value == 0 ? 1 : 0);
    }
    return new Contrast(estimate, Student.p(value, error, degrees));
  }

  /** The contrast of the exponential of what {@code log} is about. */
  static Contrast exponential(Contrast log) {
    return new Contrast(log.estimate().exponential(), log.p());
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
