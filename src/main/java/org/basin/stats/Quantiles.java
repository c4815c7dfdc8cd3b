package org.basin.stats;

import java.util.Arrays;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * A sorted sample and its quantiles.
 *
 * @param sorted ascending; a sample with NaN has no quantiles
 */
// An array for speed; nobody compares two of them.
@SuppressWarnings("ArrayRecordComponent")
public record Quantiles(double[] sorted) {

  /** Of {@code sample}, which is not modified. */
  public static Quantiles of(double[] sample) {
    double[] sorted = sample.clone();
    Arrays.sort(sorted);
    return new Quantiles(sorted);
  }

  public int count() {
    return sorted.length;
  }

  /** The least value; NaN if the sample is empty or holds NaN. */
  public double min() {
    return at(0);
  }

  /** The greatest value; NaN if the sample is empty or holds NaN. */
  public double max() {
    return at(1);
  }

  /**
   * The {@code p}-quantile by linear interpolation between order statistics at (n − 1)p: type 7 of
   * Hyndman &amp; Fan (1996), the default of R and NumPy.
   *
   * @param p 0 ≤ p ≤ 1
   * @return NaN if the sample is empty or holds NaN
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
    // Without this branch ∞ − ∞ would make NaN of an infinite order statistic hit exactly.
    if (fraction == 0) {
      return sorted[below];
    }
    return sorted[below] + fraction * (sorted[below + 1] - sorted[below]);
  }

  /**
   * The median with the interval [x₍ₖ₎, x₍ₙ₊₁₋ₖ₎] of order statistics, for the greatest k whose
   * coverage 1 − 2·P(Bin(n, ½) &lt; k) is at least {@code level}. Valid for every continuous law.
   * David &amp; Nagaraja (2003), Order Statistics, §7.1.
   *
   * @param level nominal coverage, a lower bound of the true one; the ends are NaN if n is too
   *     small for it (under 6 values at 0.95)
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

  /** The greatest k with P(Bin(n, ½) ≤ k − 1) ≤ (1 − level) / 2; 0 if there is none. */
  private static int rank(int n, double level) {
    BinomialDistribution binomial = new BinomialDistribution(null, n, 0.5);
    double tail = (1 - level) / 2;
    int rank = binomial.inverseCumulativeProbability(tail) + 1;
    while (rank > 0 && binomial.cumulativeProbability(rank - 1) > tail) {
      rank--;
    }
    return rank;
  }
}
