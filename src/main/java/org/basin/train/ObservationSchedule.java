package org.basin.train;

import java.util.Arrays;

/**
 * The steps at which probes observe. It has no state. Step 0 and the last step are always observed.
 */
public interface ObservationSchedule {

  /**
   * Returns the first observed step after {@code step} ≥ 0. It may lie beyond the trial's last
   * step, and is {@link Long#MAX_VALUE} if there is none.
   */
  long next(long step);

  /** Returns the schedule of the given steps, which must be in ascending order. */
  static ObservationSchedule of(long... steps) {
    return step -> {
      int at = Arrays.binarySearch(steps, step + 1);
      int next = at >= 0 ? at : -at - 1;
      return next < steps.length ? steps[next] : Long.MAX_VALUE;
    };
  }
}
