package org.basin.stats.survival;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A sample of trials, each with the step until which it was at risk and what ended that. It is
 * sorted, so that estimates from it do not depend on the order in which trials arrive.
 *
 * @param times steps ≥ 0, ascending; of a crossing between two observations, the later one
 * @param statuses what happened at each of {@code times}
 * @param lows the min step of each hit: it lies in low ≤ step ≤ time, and low = time where every
 *     step was watched; equal to {@code times} where nothing was hit
 */
// Arrays for speed; no code compares two records.
@SuppressWarnings("ArrayRecordComponent")
public record EventTimes(double[] times, Status[] statuses, double[] lows) {

  /**
   * Sorts a sample whose times are exact.
   *
   * @throws IllegalArgumentException if the arrays differ in length, or a time is NaN, infinite or
   *     negative
   */
  public static EventTimes of(double[] times, Status[] statuses) {
    return of(times, statuses, times);
  }

  /**
   * Sorts a sample in which a hit at {@code times[i]} may have been as early as {@code lows[i]}.
   *
   * @param lows only those of hits are read
   * @throws IllegalArgumentException if the arrays differ in length, a time is NaN, infinite or
   *     negative, or a low is NaN, negative or after its time
   */
  public static EventTimes of(double[] times, Status[] statuses, double[] lows) {
    int n = times.length;
    if (statuses.length != n || lows.length != n) {
      throw new IllegalArgumentException(
          n + " times, " + statuses.length + " statuses, " + lows.length + " lows");
    }
    for (int i = 0; i < n; i++) {
      check(times[i], statuses[i], lows[i]);
    }
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(i -> times[i])
                    .thenComparing(i -> statuses[i])
                    .thenComparingDouble(i -> lows[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] sorted = new double[n];
    double[] sortedLows = new double[n];
    Status[] sortedStatuses = new Status[n];
    for (int i = 0; i < n; i++) {
      int from = order[i];
      sorted[i] = times[from];
      sortedStatuses[i] = statuses[from];
      sortedLows[i] = statuses[from] == Status.HIT ? lows[from] : times[from];
    }
    return new EventTimes(sorted, sortedStatuses, sortedLows);
  }

  private static void check(double time, Status status, double low) {
    if (!(time >= 0 && time < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("time is " + time + ", must be finite and at least 0");
    }
    if (status == Status.HIT && !(low >= 0 && low <= time)) {
      throw new IllegalArgumentException("low is " + low + ", must be between 0 and " + time);
    }
  }

  public int count() {
    return times.length;
  }

  /** Whether any hit is known to lie between two steps only. */
  public boolean isBracketed() {
    return !Arrays.equals(lows, times);
  }

  /** Whether any trial ended by a competing event. */
  public boolean isCompeting() {
    return Arrays.stream(statuses).anyMatch(Status::isCompeting);
  }

  /** The same sample with every hit at its low. */
  EventTimes earliest() {
    return of(lows, statuses, lows);
  }
}
