package org.basin.train;

import java.util.Arrays;

/**
 * The steps at which probes observe. It has no state. Step 0 and the last step are always observed.
 */
public interface ObservationSchedule {

  /** The number of observed steps that are counted one by one. */
  int COUNTED = 100_000;

  /**
   * Returns the first observed step after {@code step} ≥ 0. It may lie beyond the trial's last
   * step, and is {@link Long#MAX_VALUE} if there is none.
   */
  long next(long step);

  /**
   * The number of steps from 0 to {@code last} that are observed. Step 0 and {@code last} always
   * are.
   */
  default double count(long last) {
    double count = 1;
    for (long step = 0; step < last; step = Math.min(last, next(step))) {
      if (count > COUNTED) {
        return count * last / step; // They are taken to go on as often.
      }
      count++;
    }
    return count;
  }

  /** Returns the schedule of the given steps, which must be in ascending order. */
  static ObservationSchedule of(long... steps) {
    return step -> {
      int at = Arrays.binarySearch(steps, step + 1);
      int next = at >= 0 ? at : -at - 1;
      return next < steps.length ? steps[next] : Long.MAX_VALUE;
    };
  }
}
