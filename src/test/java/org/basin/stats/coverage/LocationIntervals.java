package org.basin.stats.coverage;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.stats.location.Fractions;
import org.basin.stats.location.Location;
import org.basin.stats.location.Moments;
import org.basin.stats.location.PositiveMean;
import org.basin.stats.location.Quantiles;
import org.basin.stats.resampling.Bca;

/** Intervals of where one sample lies. */
final class LocationIntervals {

  /** As {@code statistics.resamples} of reference.conf. */
  static final int RESAMPLES = 2000;

  private LocationIntervals() {}

  static List<IntervalKind> kinds() {
    return List.of(
        fraction(0.5),
        fraction(0.7),
        fraction(0.9),
        IntervalKind.sample(
            "mean, Student's t", TimeLaw::mean, times -> Moments.of(times).estimate(0.95)),
        IntervalKind.sample(
            "mean, Student's t on the log scale",
            TimeLaw::mean,
            times -> PositiveMean.arithmetic(Quantiles.of(times).sorted(), 0.95)),
        bca("mean, BCa", Location.MEAN, TimeLaw::mean),
        IntervalKind.sample(
            "geometric mean, Student's t on the log scale",
            law -> Math.exp(law.mean(Math::log, 0, 1)),
            times -> PositiveMean.geometric(times, 0.95)),
        IntervalKind.sample(
            "median, order statistics",
            law -> law.quantile(0.5),
            times -> Quantiles.of(times).median(0.95)),
        bca("median, BCa", Location.MEDIAN, law -> law.quantile(0.5)),
        bca(
            "interquartile mean, BCa",
            Location.INTERQUARTILE_MEAN,
            law -> law.mean(time -> time, 0.25, 0.75)));
  }

  /** The fraction of trials that hit by the step by which the law says that {@code truth} do. */
  private static IntervalKind fraction(double truth) {
    return new IntervalKind(
        "fraction " + truth + ", Wilson",
        "",
        law -> truth,
        (random, law, seeds) -> {
          double step = law.quantile(truth);
          double[] times = law.draw(random, seeds);
          long hits = Arrays.stream(times).filter(time -> time <= step).count();
          return Fractions.wilson(hits, seeds, 0.95);
        });
  }

  private static IntervalKind bca(String name, Location location, IntervalKind.Truth truth) {
    return new IntervalKind(
        name,
        Censoring.NONE.text(),
        truth,
        (UniformRandomProvider random, TimeLaw law, int seeds) ->
            Bca.of(law.draw(random, seeds), location, RESAMPLES, random, 0.95));
  }
}
