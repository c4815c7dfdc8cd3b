package org.basin.stats.comparison;

import org.basin.stats.Estimate;
import org.basin.stats.location.Fractions;
import org.hipparchus.distribution.discrete.HypergeometricDistribution;

/**
 * The difference of two fractions, second less first: of trials that hit, for example. Its ends
 * combine those of both fractions' score intervals (Wilson 1927), so they stay within −1 and 1, and
 * the interval is not empty where both fractions are 0 or 1.
 */
public final class FractionDifference {

  /** The name of the interval of independent samples. */
  static final String INDEPENDENT = "newcombe-10";

  /** The name of the interval of pairs. */
  static final String PAIRED = "paired-newcombe-10";

  /** As R's {@code fisher.test}: tables so much likelier than the one found are as likely. */
  private static final double AS_LIKELY = 1 + 1e-7;

  private FractionDifference() {}

  /**
   * Compares independent samples. The interval is that of Newcombe (1998), Stat. Med. 17:873,
   * method 10: with the limits lᵢ and uᵢ of the fractions pᵢ, from d − √((p₂ − l₂)² + (u₁ − p₁)²)
   * to d + √((u₂ − p₂)² + (p₁ − l₁)²). The p value is Fisher's (1935) exact one: the probability of
   * all tables with the same margins that are no likelier.
   *
   * @param first how many of the first sample do it
   * @param firstCount the first sample's size
   * @param second how many of the second sample do it
   * @param secondCount the second sample's size
   * @param level the nominal coverage, between 0 and 1
   * @return NaN if a sample is empty; its count is that of both samples
   * @throws IllegalArgumentException if a number or the level is out of its range
   */
  public static Contrast independent(
      long first, long firstCount, long second, long secondCount, double level) {
    Estimate a = Fractions.wilson(first, firstCount, level);
    Estimate b = Fractions.wilson(second, secondCount, level);
    long count = firstCount + secondCount;
    double p = Double.NaN;
    if (firstCount > 0 && secondCount > 0) {
      p = fisher(first, firstCount, second, secondCount);
    }
    return new Contrast(estimate(b.value() - a.value(), a, b, 0, level, INDEPENDENT, count), p);
  }

  /**
   * Compares pairs. The interval is that of Newcombe (1998), Stat. Med. 17:2635, method 10: as of
   * independent samples, but each square of a sum has the term −2φ(p₂ − l₂)(u₁ − p₁), or −2φ(u₂ −
   * p₂)(p₁ − l₁). φ is the correlation (ad − bc)/√((a + b)(c + d)(a + c)(b + d)) of the two, whose
   * numerator, if positive, is less by n/2, but not negative; it is 0 where one of both is always
   * the same. The p value is McNemar's (1947), Psychometrika 12:153, by the binomial law of the
   * pairs that differ.
   *
   * @param both the number of pairs of which both members do it
   * @param first of which only the first one does
   * @param second of which only the second one does
   * @param neither of which none does
   * @param level the nominal coverage, between 0 and 1
   * @return NaN if there is no pair; its count is that of the pairs
   * @throws IllegalArgumentException if a number is negative or the level out of its range
   */
  public static Contrast paired(long both, long first, long second, long neither, double level) {
    long count = both + first + second + neither;
    Estimate a = Fractions.wilson(both + first, count, level);
    Estimate b = Fractions.wilson(both + second, count, level);
    double value = ((double) second - (double) first) / (double) count;
    double phi = correlation((double) both, (double) first, (double) second, (double) neither);
    return new Contrast(
        estimate(value, a, b, phi, level, PAIRED, count),
        count == 0 ? Double.NaN : SignTest.p(first, second));
  }

  private static Estimate estimate(
      double value, Estimate a, Estimate b, double phi, double level, String method, long count) {
    double low = length(b.value() - b.low(), a.high() - a.value(), phi);
    double high = length(b.high() - b.value(), a.value() - a.low(), phi);
    return new Estimate(
        value, Math.max(-1, value - low), Math.min(1, value + high), level, method, count);
  }

  private static double length(double x, double y, double phi) {
    return Math.sqrt(x * x - 2 * phi * x * y + y * y);
  }

  private static double correlation(double a, double b, double c, double d) {
    double product = (a + b) * (c + d) * (a + c) * (b + d);
    double cross = a * d - b * c;
    double corrected = cross > 0 ? Math.max(cross - (a + b + c + d) / 2, 0) : cross;
    return product == 0 ? 0 : corrected / Math.sqrt(product);
  }

  private static double fisher(long first, long firstCount, long second, long secondCount) {
    int all = Math.toIntExact(firstCount + secondCount);
    int hits = Math.toIntExact(first + second);
    HypergeometricDistribution law =
        new HypergeometricDistribution(all, hits, Math.toIntExact(firstCount));
    double found = law.probability(Math.toIntExact(first)) * AS_LIKELY;
    double p = 0;
    for (int k = law.getSupportLowerBound(); k <= law.getSupportUpperBound(); k++) {
      double probability = law.probability(k);
      p += probability <= found ? probability : 0;
    }
    return Math.min(1, p);
  }
}
