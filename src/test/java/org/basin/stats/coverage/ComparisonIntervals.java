package org.basin.stats.coverage;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.basin.stats.Estimate;
import org.basin.stats.comparison.FractionDifference;
import org.basin.stats.comparison.IndependentSamples;
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
  private static final double HORIZON = 0.7;
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

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
        restricted(),
        Stream.of(
            independent(
                "mean difference, Welch's t",
                law -> SHIFT,
                (both, random) ->
                    new IndependentSamples(both.first(), shifted(both).second())
                        .meanDifference(0.95)
                        .estimate()),
            independent(
                "difference of interquartile means, BCa",
                law -> SHIFT,
                (both, random) ->
                    new IndependentSamples(both.first(), shifted(both).second())
                        .difference(
                            Location.INTERQUARTILE_MEAN, LocationIntervals.RESAMPLES, random, 0.95)
                        .estimate())),
        paired(
            "probability of improvement, Newcombe",
            law -> law.mean(time -> law.cumulative(time / RATIO), 0, 1),
            (pairs, random) ->
                MannWhitney.of(pairs.first(), scaled(pairs).second()).improvement(0.95).estimate()),
        improvement(),
        hitFractions());
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

  /** Of the steps before the hit, up to the one by which 70 % of the first point's trials hit. */
  private static Stream<IntervalKind> restricted() {
    return Stream.of(0.0, 0.8)
        .map(
            correlation ->
                new IntervalKind(
                    "ratio of restricted means, paired Student's t",
                    correlation.toString(),
                    law -> restrictedMean(law, RATIO) / restrictedMean(law, 1),
                    (random, law, seeds) -> {
                      PairedSample pairs = scaled(draw(random, law, correlation, seeds));
                      double horizon = law.quantile(HORIZON);
                      return new PairedSample(
                              upTo(horizon, pairs.first()), upTo(horizon, pairs.second()))
                          .meanRatio(0.95)
                          .estimate();
                    }));
  }

  /** Of two trials with one seed, whose normal scores are correlated. */
  private static Stream<IntervalKind> improvement() {
    return Stream.of(0.0, 0.8)
        .map(
            correlation ->
                new IntervalKind(
                    "probability of improvement by pairs, Wilson",
                    correlation.toString(),
                    law -> law.mean(time -> improvement(law, time, correlation), 0, 1),
                    (random, law, seeds) ->
                        scaled(draw(random, law, correlation, seeds))
                            .improvement(0.95)
                            .estimate()));
  }

  /**
   * The probability that the second trial of a seed is quicker than the first, which takes so long.
   */
  private static double improvement(TimeLaw law, double time, double correlation) {
    double spread = Math.sqrt(1 - correlation * correlation);
    return NORMAL.cumulativeProbability(
        (score(law, time / RATIO) - correlation * score(law, time)) / spread);
  }

  private static double score(TimeLaw law, double time) {
    return NORMAL.inverseCumulativeProbability(law.cumulative(time));
  }

  /** Of the trials that hit by the step by which 70 % of the first point's do. */
  private static Stream<IntervalKind> hitFractions() {
    return Stream.of(0.0, 0.8)
        .map(
            correlation ->
                new IntervalKind(
                    "difference of hit fractions, Newcombe",
                    correlation.toString(),
                    law -> law.cumulative(law.quantile(HORIZON) / RATIO) - HORIZON,
                    (random, law, seeds) ->
                        hitFractions(
                            scaled(draw(random, law, correlation, seeds)), law.quantile(HORIZON))));
  }

  private static Estimate hitFractions(PairedSample pairs, double horizon) {
    long[] counts = new long[4];
    for (int i = 0; i < pairs.first().length; i++) {
      boolean first = pairs.first()[i] <= horizon;
      boolean second = pairs.second()[i] <= horizon;
      counts[(first ? 0 : 2) + (second ? 0 : 1)]++;
    }
    return FractionDifference.paired(counts[0], counts[1], counts[2], counts[3], 0.95).estimate();
  }

  private static double restrictedMean(TimeLaw law, double scale) {
    double horizon = law.quantile(HORIZON);
    return law.mean(time -> Math.min(scale * time, horizon), 0, 1);
  }

  private static double[] upTo(double horizon, double[] times) {
    return Arrays.stream(times).map(time -> Math.min(time, horizon)).toArray();
  }

  private static IntervalKind independent(String name, IntervalKind.Truth truth, Pairs statistic) {
    return new IntervalKind(
        name,
        "none, other seeds",
        truth,
        (random, law, seeds) -> statistic.estimate(draw(random, law, 0, seeds), random));
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
