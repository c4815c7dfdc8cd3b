package org.basin.stats.location;

import org.basin.stats.Estimate;
import org.basin.stats.Student;

/**
 * The mean and the standard deviation of a sample.
 *
 * @param count the sample's size
 * @param mean the mean; NaN if the sample is empty
 * @param sd the standard deviation with divisor n − 1; NaN for fewer than two values
 */
public record Moments(long count, double mean, double sd) {

  /**
   * Computes both in one pass over {@code sample}: Welford (1962), Technometrics 4:419. A NaN in
   * the sample makes both NaN.
   */
  public static Moments of(double[] sample) {
    double mean = 0;
    double squares = 0;
    for (int i = 0; i < sample.length; i++) {
      double delta = sample[i] - mean;
      mean += delta / (i + 1);
      squares += delta * (sample[i] - mean);
    }
    int n = sample.length;
    return new Moments(
        n, n == 0 ? Double.NaN : mean, n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1)));
  }

  /**
   * The mean with Student's interval, whose coverage is exact for normal samples.
   *
   * @param level the nominal coverage, between 0 and 1; for fewer than two values, the ends are NaN
   */
  public Estimate estimate(double level) {
    double n = count;
    return Student.interval(mean, sd / Math.sqrt(n), n - 1, level, "student-t", count);
  }
}
