package org.basin.stats.location;

import java.util.Arrays;
import org.basin.stats.Estimate;
import org.hipparchus.distribution.discrete.BinomialDistribution;

/**
 * A sorted sample and its quantiles.
 *
 * @param sorted the values, ascending; if one is NaN, every quantile is NaN
 */
// An array for speed; no code compares two records.
@SuppressWarnings("ArrayRecordComponent")
public record Quantiles(double[] sorted) {

  /** Sorts a copy of {@code sample}. */
  public static Quantiles of(double[] sample) {
    double[] sorted = sample.clone();
    Arrays.sort(sorted);
    return new Quantiles(sorted);
  }

  public int count() {
    return sorted.length;
  }

  /** The min; NaN if the sample is empty or holds NaN. */
  public double min() {
    return at(0);
  }

  /** The max; NaN if the sample is empty or holds NaN. */
  public double max() {
    return at(1);
  }

  /**
   * The {@code p}-quantile by linear interpolation between order statistics at (n − 1)p: type 7 of
   * Hyndman &amp; Fan (1996), the default of R and NumPy.
   *
   * @param p the probability, between 0 and 1
   * @return the quantile; NaN if the sample is empty or holds NaN
   * @throws IllegalArgumentException if {@code p} is out of its range
   */
  public double at(double p) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("p is " + p + ", must be between 0 and 1");
    }
    int n = sorted.length;
    // Arrays.sort puts NaN last.
    if (n == 0 || Double.isNaN(sorted[n - 1])) {
      return Double.NaN;
    }
    double position = (n - 1) * p;
    int below = (int) Math.floor(position);
    double fraction = position - below;
    // Without this branch, ∞ − ∞ = NaN would replace an infinite order statistic at an exact
    // position.
    if (fraction == 0) {
      return sorted[below];
    }
    return sorted[below] + fraction * (sorted[below + 1] - sorted[below]);
  }

  /**
   * The median with the interval [x₍ₖ₎, x₍ₙ₊₁₋ₖ₎] of order statistics, for the largest k whose
   * coverage 1 − 2·P(Bin(n, ½) &lt; k) is at least {@code level}. Valid for every continuous
   * distribution. David &amp; Nagaraja (2003), Order Statistics, §7.1.
   *
   * @param level the nominal coverage, a lower bound of the true one; the ends are NaN if n is too
   *     small (fewer than 6 values at 0.95)
   */
  public Estimate median(double level) {
    Estimate.checkLevel(level);
    int n = sorted.length;
    double median = at(0.5);
    int rank = Double.isNaN(median) ? 0 : rank(n, level);
    return rank == 0
        ? new Estimate(median, Double.NaN, Double.NaN, level, "order-statistics", n)
        : new Estimate(median, sorted[rank - 1], sorted[n - rank], level, "order-statistics", n);
  }

  /** The largest k with P(Bin(n, ½) ≤ k − 1) ≤ (1 − level) / 2; 0 if there is none. */
  private static int rank(int n, double level) {
    BinomialDistribution binomial = new BinomialDistribution(n, 0.5);
    double tail = (1 - level) / 2;
    int rank = binomial.inverseCumulativeProbability(tail) + 1;
    while (rank > 0 && binomial.cumulativeProbability(rank - 1) > tail) {
      rank--;
    }
    return rank;
  }
}
