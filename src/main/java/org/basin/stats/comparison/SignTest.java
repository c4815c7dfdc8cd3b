package org.basin.stats.comparison;

import org.hipparchus.distribution.discrete.BinomialDistribution;

/** The exact test of whether of two outcomes one is as likely as the other. */
final class SignTest {

  private SignTest() {}

  /**
   * The two-sided p value: twice the probability that of n = {@code one} + {@code other} fair coins
   * no more than the lesser number show heads, and at most 1.
   *
   * @param one how often the one occurred, ≥ 0
   * @param other how often the other occurred, ≥ 0
   * @return 1 if none occurred
   */
  static double p(long one, long other) {
    int n = Math.toIntExact(one + other);
    if (n == 0) {
      return 1;
    }
    int least = Math.toIntExact(Math.min(one, other));
    return Math.min(1, 2 * new BinomialDistribution(n, 0.5).cumulativeProbability(least));
  }
}
