package org.basin.stats.coverage;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.stats.Estimate;

/**
 * One kind of interval.
 *
 * @param name the statistic and the interval's method, as the table names them
 * @param censorings by what the trials may be censored
 * @param truth what the interval should hold
 * @param estimator draws the trials of one synthetic sweep and estimates from them
 */
record IntervalKind(String name, List<Censoring> censorings, Truth truth, Estimator estimator) {

  /** The number that the estimate would be if there were infinitely many seeds. */
  @FunctionalInterface
  interface Truth {
    double of(TimeLaw law);
  }

  /** One synthetic sweep and its estimate. */
  @FunctionalInterface
  interface Estimator {
    Estimate of(UniformRandomProvider random, TimeLaw law, Censoring censoring, int seeds);
  }

  /** A statistic that takes all trials for hits. */
  static IntervalKind uncensored(String name, Truth truth, Sample sample) {
    return new IntervalKind(
        name,
        Censoring.NO,
        truth,
        (random, law, censoring, seeds) -> sample.estimate(law.draw(random, seeds)));
  }

  /** A statistic of one sample. */
  @FunctionalInterface
  interface Sample {
    Estimate estimate(double[] values);
  }
}
