package org.basin.stats.coverage;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.stats.Estimate;
import org.basin.stats.regression.ScalingFit;
import org.basin.stats.regression.ScalingForm;
import org.basin.stats.regression.ScalingSample;

/**
 * Intervals of the exponent of a scaling law. A time is 3 x^0.7 times one of the law of times; x is
 * 1, 2, 4, …, 32, with all seeds at each.
 */
final class ScalingIntervals {

  private static final double SLOPE = 0.7;
  private static final int POINTS = 6;

  private ScalingIntervals() {}

  static List<IntervalKind> kinds() {
    return IntervalKind.all(
        Stream.of(singleSeed()),
        Arrays.stream(SeedEffect.values())
            .map(effect -> exact("least squares, clustered by seed", effect, "slope", 1)),
        Arrays.stream(SeedEffect.values())
            .map(
                effect ->
                    exact(
                        "least squares, bootstrap of seeds",
                        effect,
                        "bootstrap",
                        LocationIntervals.RESAMPLES)),
        Arrays.stream(SeedEffect.values()).map(ScalingIntervals::offset),
        Arrays.stream(SeedEffect.values()).map(ScalingIntervals::censored));
  }

  /** The size is the number of points, with one trial each. */
  private static IntervalKind singleSeed() {
    return new IntervalKind(
        "least squares, classical",
        "one seed, so many points",
        law -> SLOPE,
        (random, law, size) -> {
          double[][] x = new double[size][1];
          double[] y = law.draw(random, size);
          for (int i = 0; i < size; i++) {
            x[i][0] = Math.pow(32, i / (size - 1.0));
            y[i] *= 3 * Math.pow(x[i][0], SLOPE);
          }
          return slope(new ScalingSample(x, y, y, new long[size]), random, "slope", 1);
        });
  }

  private static IntervalKind exact(String name, SeedEffect effect, String term, int resamples) {
    return new IntervalKind(
        name,
        effect.text(),
        law -> SLOPE,
        (random, law, seeds) -> {
          double[][] times = times(random, law, effect, seeds);
          return slope(sample(times, Double.POSITIVE_INFINITY), random, term, resamples);
        });
  }

  /** One budget for all points, which ends 30 % of the trials: mostly those of large x. */
  private static IntervalKind censored(SeedEffect effect) {
    return new IntervalKind(
        "30 % beyond the budget: failure-time model, likelier of log-normal and Weibull",
        effect.text(),
        law -> SLOPE,
        (random, law, seeds) ->
            slope(sample(times(random, law, effect, seeds), budget(law)), random, "slope", 1));
  }

  /** 1 + 5 x^(−0.7), with errors of standard deviation 0.1. */
  private static IntervalKind offset(SeedEffect effect) {
    return new IntervalKind(
        "offset power law, Gauss–Newton, clustered by seed",
        effect.text(),
        law -> SLOPE,
        (random, law, seeds) -> {
          double[][] y = effect.errors(random, law, POINTS, seeds);
          for (int j = 0; j < POINTS; j++) {
            for (int s = 0; s < seeds; s++) {
              y[j][s] = 1 + 5 * Math.pow(x(j), -SLOPE) + 0.1 * y[j][s];
            }
          }
          return ScalingFit.of(
                  sample(y, Double.POSITIVE_INFINITY), ScalingForm.OFFSET_POWER, 0.95, 1, random)
              .stream()
              .filter(each -> each.name().equals("exponent"))
              .findFirst()
              .orElseThrow()
              .estimate();
        });
  }

  private static double x(int point) {
    return Math.pow(2, point);
  }

  private static double[][] times(
      UniformRandomProvider random, TimeLaw law, SeedEffect effect, int seeds) {
    double[][] times = effect.scores(random, POINTS, seeds);
    for (int j = 0; j < POINTS; j++) {
      for (int s = 0; s < seeds; s++) {
        times[j][s] = law.ofScore(times[j][s]) * 3 * Math.pow(x(j), SLOPE);
      }
    }
    return times;
  }

  private static ScalingSample sample(double[][] y, double budget) {
    int seeds = y[0].length;
    int n = POINTS * seeds;
    double[][] x = new double[n][1];
    double[] low = new double[n];
    double[] high = new double[n];
    long[] seed = new long[n];
    for (int i = 0; i < n; i++) {
      x[i][0] = x(i / seeds);
      seed[i] = i % seeds;
      double value = y[i / seeds][i % seeds];
      low[i] = Math.min(value, budget);
      high[i] = value <= budget ? value : Double.POSITIVE_INFINITY;
    }
    return new ScalingSample(x, low, high, seed);
  }

  private static double budget(TimeLaw law) {
    double low = 0;
    double high = 1e6;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      double hit = 0;
      for (int j = 0; j < POINTS; j++) {
        hit += law.cumulative(middle / (3 * Math.pow(x(j), SLOPE))) / POINTS;
      }
      if (hit < 0.7) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static Estimate slope(
      ScalingSample sample, UniformRandomProvider random, String term, int resamples) {
    return ScalingFit.of(sample, ScalingForm.POWER, 0.95, resamples, random).stream()
        .filter(each -> each.name().equals("slope"))
        .filter(each -> term.equals("slope") == each.headline())
        .findFirst()
        .orElseThrow()
        .estimate();
  }
}
