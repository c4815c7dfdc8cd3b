package org.basin.stats;

/**
 * A number estimated from a sample, with its confidence interval.
 *
 * @param value the estimate; NaN if the sample does not define it
 * @param low the interval's lower end; NaN if the sample does not bound it
 * @param high the interval's upper end; NaN if the sample does not bound it
 * @param level the nominal coverage, 0 &lt; level &lt; 1; NaN if there is no interval
 * @param method the interval's method, for example {@code wilson}; empty if there is no interval
 * @param count the sample's size
 */
public record Estimate(
    double value, double low, double high, double level, String method, long count) {

  /** An estimate without an interval. */
  public static Estimate point(double value, long count) {
    return new Estimate(value, Double.NaN, Double.NaN, Double.NaN, "", count);
  }

  /** The estimate of exp(x) from this one of x. */
  public Estimate exponential() {
    return new Estimate(Math.exp(value), Math.exp(low), Math.exp(high), level, method, count);
  }

  /** The same estimate with another name for its method. */
  public Estimate withMethod(String name) {
    return new Estimate(value, low, high, level, name, count);
  }

  /**
   * Checks a nominal coverage.
   *
   * @return {@code level} itself
   * @throws IllegalArgumentException unless 0 &lt; level &lt; 1
   */
  public static double checkLevel(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level is " + level + ", must be between 0 and 1");
    }
    return level;
  }
}
