package org.basin.stats.coverage;

import java.util.Arrays;
import java.util.List;
import org.basin.stats.location.Fractions;
import org.basin.stats.location.Moments;
import org.basin.stats.location.Quantiles;

/** Intervals of where one sample lies. */
final class LocationIntervals {

  private LocationIntervals() {}

  static List<IntervalKind> kinds() {
    return List.of(
        fraction(0.5),
        fraction(0.7),
        fraction(0.9),
        IntervalKind.sample(
            "mean, Student's t", TimeLaw::mean, times -> Moments.of(times).estimate(0.95)),
        IntervalKind.sample(
            "median, order statistics",
            law -> law.quantile(0.5),
            times -> Quantiles.of(times).median(0.95)));
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
}
