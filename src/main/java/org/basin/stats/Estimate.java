package org.basin.stats;

/**
 * A number estimated from a sample, with its confidence interval.
 *
 * @param value the estimate; NaN if the sample does not define it
 * @param low the interval's lower end; NaN if the sample does not bound it
 * @param high the interval's upper end; NaN if the sample does not bound it
 * @param level the nominal coverage, 0 &lt; level &lt; 1; NaN if there is no interval
 * @param method how the interval was made: {@code wilson}; empty if there is none
 * @param count the sample's size
 */
public record Estimate(
    double value, double low, double high, double level, String method, long count) {

  /** A number without an interval. */
  public static Estimate point(double value, long count) {
    return new Estimate(value, Double.NaN, Double.NaN, Double.NaN, "", count);
  }

  /** {@code level} itself. */
  static double checkLevel(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level is " + level + ", must be between 0 and 1");
    }
    return level;
  }
}
