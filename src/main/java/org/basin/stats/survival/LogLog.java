package org.basin.stats.survival;

import org.basin.stats.Estimate;
import org.hipparchus.distribution.continuous.NormalDistribution;

/** Confidence limits of a probability s that are symmetric in ln(−ln s), and so stay in [0, 1]. */
final class LogLog {

  private LogLog() {}

  /**
   * The standard normal quantile at (1 + level) / 2.
   *
   * @throws IllegalArgumentException unless 0 &lt; level &lt; 1
   */
  static double deviations(double level) {
    Estimate.checkLevel(level);
    return new NormalDistribution().inverseCumulativeProbability((1 + level) / 2);
  }

  /**
   * The limit that lies {@code z} deviations below s: s^exp(z·σ / |ln s|).
   *
   * @param s the probability
   * @param sigma the standard error of ln s; unused where s is 0 or 1
   * @return NaN where s is 0 or 1: the sample does not bound it
   */
  static double below(double s, double sigma, double z) {
    if (s == 0 || s == 1) {
      return Double.NaN;
    }
    double log = Math.log(s);
    return Math.exp(log * Math.exp(z * sigma / Math.abs(log)));
  }
}
