package org.basin.engine.work;

import java.util.Arrays;
import java.util.List;

/**
 * The times of a run's tasks at a moment.
 *
 * @param trials the number of trials of each block that have ended
 * @param seconds the sum of their times, by block
 * @param inEndedTasks the part of {@code seconds} that is of tasks that have ended
 * @param ended the summed times of the tasks that have succeeded, in seconds
 * @param since the time since the first task started, in seconds
 * @param running the tasks that run
 */
// Two are never compared.
@SuppressWarnings("ArrayRecordComponent")
record TaskTimes(
    long[] trials,
    double[] seconds,
    double inEndedTasks,
    double ended,
    double since,
    List<Running> running) {

  /**
   * A task that runs.
   *
   * @param seconds the time since it started, in seconds
   * @param inTrials the part of this that went into trials that have ended
   * @param begun the number of its trials of each block that have begun and not ended
   */
  record Running(double seconds, double inTrials, long[] begun) {

    /** The time spent on the trials that have begun and not ended. */
    double spent(double overhead) {
      return Math.max(0, seconds - inTrials * overhead);
    }

    /** The predicted time of these trials. */
    double inFlight(double[] each) {
      double sum = 0;
      for (int b = 0; b < each.length; b++) {
        sum += (double) begun[b] * each[b];
      }
      return sum;
    }
  }

  /** The summed time of the trials that have ended. */
  double inEndedTrials() {
    return Arrays.stream(seconds).sum();
  }

  /**
   * The factor from the time of trials to that of tasks, which also read and write; 1 before a task
   * has ended.
   */
  double overhead() {
    return inEndedTasks > 0 ? Math.max(1, ended / inEndedTasks) : 1;
  }

  /** The mean number of tasks that ran at a time. */
  double atOnce() {
    double open = running.stream().mapToDouble(Running::seconds).sum();
    return since > 0 ? (ended + open) / since : 1;
  }

  /** The number of trials of a block that have begun and not ended. */
  long begun(int block) {
    return running.stream().mapToLong(task -> task.begun[block]).sum();
  }
}
