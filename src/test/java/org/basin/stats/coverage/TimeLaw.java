package org.basin.stats.coverage;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The distributions of the synthetic trials' hitting times, in steps. The median of each is 100.
 */
enum TimeLaw {
  /** Mean 100, standard deviation 20: no time is negative in practice (p = 3e-7). */
  NORMAL(100, 20),
  /** exp(N(ln 100, 0.75²)): one trial in twenty takes longer than 343 steps. */
  LOG_NORMAL(
      100 * Math.exp(0.75 * 0.75 / 2),
      100 * Math.exp(0.75 * 0.75 / 2) * Math.sqrt(Math.expm1(0.75 * 0.75))),
  /** Heavy-tailed: P(T &gt; t) = 1/(1 + (t/100)³), so that the third moment is infinite. */
  LOG_LOGISTIC(
      100 * (Math.PI / 3) / Math.sin(Math.PI / 3),
      100
          * Math.sqrt(
              (2 * Math.PI / 3) / Math.sin(2 * Math.PI / 3)
                  - Math.pow((Math.PI / 3) / Math.sin(Math.PI / 3), 2)));

  private static final int GRID = 20_000;
  private static final NormalDistribution NORMAL_LAW = new NormalDistribution(null, 0, 1);

  private final double mean;
  private final double deviation;

  TimeLaw(double mean, double deviation) {
    this.mean = mean;
    this.deviation = deviation;
  }

  double draw(UniformRandomProvider random) {
    // The middle of one of 2^53 equal cells: neither 0 nor 1.
    return quantile(((random.nextLong() >>> 11) + 0.5) * 0x1p-53);
  }

  double[] draw(UniformRandomProvider random, int count) {
    return IntStream.range(0, count).mapToDouble(i -> draw(random)).toArray();
  }

  /** The time of a standard normal score: the law's quantile at the score's probability. */
  double ofScore(double score) {
    return quantile(NORMAL_LAW.cumulativeProbability(score));
  }

  /** A time of the law, moved and stretched so that the law has mean 0 and variance 1. */
  double standardised(double time) {
    return (time - mean) / deviation;
  }

  double quantile(double p) {
    return switch (this) {
      case NORMAL -> 100 + 20 * normal(p);
      case LOG_NORMAL -> 100 * Math.exp(0.75 * normal(p));
      case LOG_LOGISTIC -> 100 * Math.cbrt(p / (1 - p));
    };
  }

  double cumulative(double time) {
    return switch (this) {
      case NORMAL -> NORMAL_LAW.cumulativeProbability((time - 100) / 20);
      case LOG_NORMAL -> NORMAL_LAW.cumulativeProbability(Math.log(time / 100) / 0.75);
      case LOG_LOGISTIC -> 1 / (1 + Math.pow(time / 100, -3));
    };
  }

  double mean() {
    return mean;
  }

  /** The mean of {@code f(T)} over the law's quantiles from {@code from} to {@code to}. */
  double mean(DoubleUnaryOperator f, double from, double to) {
    return IntStream.range(0, GRID)
        .mapToDouble(i -> f.applyAsDouble(quantile(from + (to - from) * (i + 0.5) / GRID)))
        .average()
        .orElseThrow();
  }

  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static double normal(double p) {
    return NORMAL_LAW.inverseCumulativeProbability(p);
  }
}
