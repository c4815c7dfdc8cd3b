package org.basin.stats.survival;

/**
 * Responses of which some are known only to lie in an interval, and what they depend on.
 *
 * @param x (responses × regressors), the intercept's column of ones included; not modified
 * @param low the interval's lower end for each response; −∞ if it is unbounded
 * @param high its upper end, the same as {@code low} for a response that is known exactly; ∞ for
 *     one censored at {@code low}
 * @param clusters the cluster of each response; responses of one cluster may depend on each other
 */
// Arrays for speed; no code compares two records.
@SuppressWarnings("ArrayRecordComponent")
public record CensoredSample(double[][] x, double[] low, double[] high, long[] clusters) {

  /**
   * @throws IllegalArgumentException if lengths differ or an interval's ends are exchanged or NaN
   */
  public CensoredSample {
    int n = x.length;
    if (low.length != n || high.length != n || clusters.length != n) {
      throw new IllegalArgumentException(
          n
              + " rows, "
              + low.length
              + " low, "
              + high.length
              + " high, "
              + clusters.length
              + " clusters");
    }
    for (int i = 0; i < n; i++) {
      if (!(low[i] <= high[i])) {
        throw new IllegalArgumentException("interval " + low[i] + " to " + high[i]);
      }
    }
  }

  /** The number of responses. */
  public int count() {
    return x.length;
  }

  boolean isExact(int i) {
    return low[i] == high[i];
  }

  boolean isBounded(int i) {
    return !Double.isInfinite(low[i]) && !Double.isInfinite(high[i]);
  }

  /** A number in the interval, to start a search from. */
  double middle(int i) {
    if (Double.isInfinite(high[i])) {
      return low[i];
    }
    return Double.isInfinite(low[i]) ? high[i] : 0.5 * (low[i] + high[i]);
  }
}
