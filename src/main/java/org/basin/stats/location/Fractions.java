package org.basin.stats.location;

import org.basin.stats.Estimate;
import org.hipparchus.distribution.continuous.NormalDistribution;

/** Estimates fractions of a sample. */
public final class Fractions {

  private Fractions() {}

  /**
   * Estimates the fraction {@code hits / count} with the score interval of Wilson (1927), JASA
   * 22:209, without continuity correction.
   *
   * @param hits the number of hits, between 0 and {@code count}
   * @param count the sample's size; for 0, the value and the ends are NaN
   * @param level the nominal coverage, between 0 and 1
   * @throws IllegalArgumentException if {@code hits} or {@code level} is out of its range
   */
  public static Estimate wilson(long hits, long count, double level) {
    Estimate.checkLevel(level);
    if (hits < 0 || hits > count) {
      throw new IllegalArgumentException(
          "hits is " + hits + ", must be between 0 and count = " + count);
    }
    if (count == 0) {
      return new Estimate(Double.NaN, Double.NaN, Double.NaN, level, "wilson", 0);
    }
    return score((double) hits, count, level);
  }

  /**
   * The same interval of a part that need not be a whole number: of trials of which some count
   * half, it is a little too wide, because their variance is less than that of ones and zeros.
   *
   * @param part between 0 and {@code count}
   * @param count the sample's size, &gt; 0
   */
  public static Estimate score(double part, long count, double level) {
    Estimate.checkLevel(level);
    double z = new NormalDistribution().inverseCumulativeProbability((1 + level) / 2);
    double n = (double) count;
    double p = part / n;
    double scale = 1 + z * z / n;
    double centre = (p + z * z / (2 * n)) / scale;
    double half = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / scale;
    // The ends are exactly 0 for no hits and exactly 1 for all hits; rounding must not move them.
    double low = part == 0 ? 0 : centre - half;
    double high = part == n ? 1 : centre + half;
    return new Estimate(p, low, high, level, "wilson", count);
  }
}
