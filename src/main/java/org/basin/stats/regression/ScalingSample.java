package org.basin.stats.regression;

import java.util.Arrays;

/**
 * Numbers of trials and what they depend on.
 *
 * @param x (trials × axes), the axes' own values; not modified
 * @param low the number, or the lower end of the interval that holds it
 * @param high the number, or the upper end; ∞ for a time that was censored at {@code low}
 * @param seeds the seed of each trial; trials that share one are paired
 */
// Arrays for speed; no code compares two records.
@SuppressWarnings("ArrayRecordComponent")
public record ScalingSample(double[][] x, double[] low, double[] high, long[] seeds) {

  public int count() {
    return x.length;
  }

  public int axes() {
    return x.length == 0 ? 0 : x[0].length;
  }

  /** Whether every number is known exactly. */
  public boolean isExact() {
    return Arrays.equals(low, high);
  }

  /** The number of different values of the axes together. */
  public long points() {
    return Arrays.stream(x).map(Arrays::toString).distinct().count();
  }

  /** The number of different seeds. */
  public long clusters() {
    return Arrays.stream(seeds).distinct().count();
  }
}
