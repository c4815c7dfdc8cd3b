package org.basin.stats.location;

import org.basin.stats.Estimate;

/** Means of a quantity that cannot be negative, with intervals that do not reach below zero. */
public final class PositiveMean {

  private PositiveMean() {}

  /**
   * The arithmetic mean m. If no value is negative and m &gt; 0, its interval is m·exp(±t·s/(m√n)):
   * Student's interval of ln m, with the error of ln m by the delta method. Otherwise it is {@link
   * Moments#estimate}'s.
   *
   * @param sorted the values, ascending, with NaN last
   * @param level the nominal coverage, between 0 and 1
   * @return all three numbers are NaN if a value is NaN; the ends are NaN for fewer than two values
   */
  public static Estimate arithmetic(double[] sorted, double level) {
    Moments moments = Moments.of(sorted);
    Estimate plain = moments.estimate(level);
    if (sorted.length < 2 || !(sorted[0] >= 0) || !(moments.mean() > 0)) {
      return plain;
    }
    double half = plain.high() - plain.value();
    double factor = Math.exp(half / moments.mean());
    return new Estimate(
        moments.mean(),
        moments.mean() / factor,
        moments.mean() * factor,
        level,
        "student-t-log",
        sorted.length);
  }

  /**
   * The geometric mean exp(mean of ln x), with the exponential of Student's interval of the mean of
   * ln x. The interval's coverage is exact for log-normal samples.
   *
   * @param sample the values, in an order that does not depend on chance
   * @param level the nominal coverage, between 0 and 1
   * @return all three numbers are NaN unless all values are positive; the ends are NaN for fewer
   *     than two values
   */
  public static Estimate geometric(double[] sample, double level) {
    double[] logs = new double[sample.length];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = sample[i] > 0 ? Math.log(sample[i]) : Double.NaN;
    }
    return Moments.of(logs).estimate(level).exponential().withMethod("student-t-log");
  }
}
