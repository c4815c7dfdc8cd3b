package org.basin.stats.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.stats.Estimate;

/**
 * One kind of interval on one kind of sweep.
 *
 * @param name the statistic and the interval's method, as the table names them
 * @param setting what else there is to say of the sweep: how its trials are censored, for one
 * @param truth what the interval should hold
 * @param estimator draws the trials of one synthetic sweep and estimates from them
 */
record IntervalKind(String name, String setting, Truth truth, Estimator estimator) {

  /** The number that the estimate would be if there were infinitely many trials. */
  @FunctionalInterface
  interface Truth {
    double of(TimeLaw law);
  }

  /** One synthetic sweep and its estimate. */
  @FunctionalInterface
  interface Estimator {
    Estimate of(UniformRandomProvider random, TimeLaw law, int size);
  }

  /** A statistic of one sample, all of whose trials hit. */
  static IntervalKind sample(String name, Truth truth, Sample sample) {
    return new IntervalKind(
        name,
        Censoring.NONE.text(),
        truth,
        (random, law, seeds) -> sample.estimate(law.draw(random, seeds)));
  }

  /** A statistic of one sample, all of whose values are exact. */
  @FunctionalInterface
  interface Sample {
    Estimate estimate(double[] values);
  }

  /** A statistic of one sample with each of the kinds of censoring. */
  static Stream<IntervalKind> censored(String name, Truth truth, CensoredSample sample) {
    return Arrays.stream(Censoring.values())
        .map(
            censoring ->
                new IntervalKind(
                    name,
                    censoring.text(),
                    truth,
                    (random, law, seeds) ->
                        sample.estimate(law, SyntheticTrials.draw(random, law, censoring, seeds))));
  }

  /** A statistic of one sample that may be censored. */
  @FunctionalInterface
  interface CensoredSample {
    Estimate estimate(TimeLaw law, SyntheticTrials trials);
  }

  /** All of several lists. */
  @SafeVarargs
  static List<IntervalKind> all(Stream<IntervalKind>... kinds) {
    List<IntervalKind> all = new ArrayList<>();
    for (Stream<IntervalKind> each : kinds) {
      each.forEach(all::add);
    }
    return all;
  }
}
