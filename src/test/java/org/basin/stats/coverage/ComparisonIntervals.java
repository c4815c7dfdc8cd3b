package org.basin.stats.coverage;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.basin.stats.Estimate;
import org.basin.stats.comparison.MannWhitney;
import org.basin.stats.comparison.PairedSample;
import org.basin.stats.location.Location;

/**
 * Intervals of how two points differ, whose trials share seeds. The normal scores of two trials of
 * one seed are correlated; correlation 0 is two points without shared chance.
 */
final class ComparisonIntervals {

  private static final double SHIFT = 10;
  private static final double RATIO = 0.7;

  private ComparisonIntervals() {}

  static List<IntervalKind> kinds() {
    return IntervalKind.all(
        paired(
            "mean difference, paired Student's t",
            law -> SHIFT,
            (pairs, random) -> shifted(pairs).meanDifference(0.95).estimate()),
        paired(
            "median of differences, BCa",
            law -> SHIFT,
            (pairs, random) -> difference(pairs, Location.MEDIAN, random)),
        paired(
            "interquartile mean of differences, BCa",
            law -> SHIFT,
            (pairs, random) -> difference(pairs, Location.INTERQUARTILE_MEAN, random)),
        paired(
            "ratio of geometric means, paired Student's t",
            law -> RATIO,
            (pairs, random) -> scaled(pairs).ratio(0.95).estimate()),
        paired(
            "probability of improvement, Newcombe",
            law -> law.mean(time -> law.cumulative(time / RATIO), 0, 1),
            (pairs, random) ->
                MannWhitney.of(pairs.first(), scaled(pairs).second())
                    .improvement(0.95)
                    .estimate()));
  }

  private static Estimate difference(
      PairedSample pairs, Location location, UniformRandomProvider random) {
    return shifted(pairs)
        .difference(location, LocationIntervals.RESAMPLES, random, 0.95)
        .estimate();
  }

  private static PairedSample shifted(PairedSample pairs) {
    double[] second = pairs.second().clone();
    Arrays.setAll(second, i -> second[i] + SHIFT);
    return new PairedSample(pairs.first(), second);
  }

  private static PairedSample scaled(PairedSample pairs) {
    double[] second = pairs.second().clone();
    Arrays.setAll(second, i -> second[i] * RATIO);
    return new PairedSample(pairs.first(), second);
  }

  @FunctionalInterface
  private interface Pairs {
    Estimate estimate(PairedSample pairs, UniformRandomProvider random);
  }

  private static Stream<IntervalKind> paired(
      String name, IntervalKind.Truth truth, Pairs statistic) {
    return Stream.of(0.0, 0.8)
        .map(
            correlation ->
                new IntervalKind(
                    name,
                    correlation.toString(),
                    truth,
                    (random, law, seeds) ->
                        statistic.estimate(draw(random, law, correlation, seeds), random)));
  }

  /** Two samples of the law, whose values are paired by a Gaussian copula. */
  private static PairedSample draw(
      UniformRandomProvider random, TimeLaw law, double correlation, int seeds) {
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[] first = new double[seeds];
    double[] second = new double[seeds];
    for (int i = 0; i < seeds; i++) {
      double one = normal.sample();
      double other = correlation * one + Math.sqrt(1 - correlation * correlation) * normal.sample();
      first[i] = law.ofScore(one);
      second[i] = law.ofScore(other);
    }
    return new PairedSample(first, second);
  }
}
