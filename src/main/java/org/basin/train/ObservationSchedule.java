package org.basin.train;

import java.util.Arrays;

/** The steps at which probes observe. Stateless. Step 0 and the last step are always observed. */
public interface ObservationSchedule {

  /**
   * The first observed step after {@code step} ≥ 0; it may lie beyond the trial's last, and is
   * {@link Long#MAX_VALUE} if there is none.
   */
  long next(long step);

  /** The schedule of the steps listed, in ascending order. */
  static ObservationSchedule of(long... steps) {
    return step -> {
      int at = Arrays.binarySearch(steps, step + 1);
      int next = at >= 0 ? at : -at - 1;
      return next < steps.length ? steps[next] : Long.MAX_VALUE;
    };
  }
}
