package org.basin.stats.survival;

import java.util.Arrays;

/**
 * The intervals in which a nonparametric estimate from intervals can have mass: those from a low
 * end to a high end with no other end between them. Peto (1973), Appl. Statist. 22:86; Turnbull
 * (1976), JRSS B 38:290. All intervals are closed.
 *
 * @param low the first step of each, ascending
 * @param high the last step of each; ∞ where nothing bounds it
 */
// Arrays for speed; no code compares two records.
@SuppressWarnings("ArrayRecordComponent")
record InnermostIntervals(double[] low, double[] high) {

  /** Finds the innermost intervals of those from each of {@code lows} to its {@code highs}. */
  static InnermostIntervals of(double[] lows, double[] highs) {
    double[] sortedLows = lows.clone();
    double[] sortedHighs = highs.clone();
    Arrays.sort(sortedLows);
    Arrays.sort(sortedHighs);
    double[] low = new double[lows.length];
    double[] high = new double[lows.length];
    int size = 0;
    int next = 0;
    for (double end : sortedHighs) {
      int before = next;
      while (next < sortedLows.length && sortedLows[next] <= end) {
        next++;
      }
      if (next > before) {
        low[size] = sortedLows[next - 1];
        high[size++] = end;
      }
    }
    return new InnermostIntervals(Arrays.copyOf(low, size), Arrays.copyOf(high, size));
  }

  int size() {
    return low.length;
  }

  /** The first innermost interval that lies in an interval from {@code end}. */
  int from(double end) {
    int i = Arrays.binarySearch(low, end);
    return i < 0 ? -i - 1 : i;
  }

  /** The last innermost interval that lies in an interval to {@code end}. */
  int to(double end) {
    int i = Arrays.binarySearch(high, end);
    return i < 0 ? -i - 2 : i;
  }
}
