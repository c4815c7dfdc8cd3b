package org.basin.engine.work;

import java.util.List;
import org.basin.plan.Axis;
import org.basin.plan.Grid;

/**
 * Predicts how long the rest of a run's training takes: the predicted cost of what is left,
 * corrected by what the trials that have ended took, and by how many tasks have run at a time so
 * far. It is only displayed. For one thread.
 */
public final class TimeLeft {

  /** Fewer tasks than this at a time on average are a pause, not the pace of the rest. */
  private static final double LEAST = 0.1;

  /** The share of its predicted time that a batch still takes if it has taken that long already. */
  private static final double OVERDUE = 0.5;

  private final BlockTimes times;
  private final TaskWatch tasks;
  private final long[] planned;
  private final double cores;

  /**
   * Makes a prediction for {@code work}.
   *
   * @param tasks sees the run's tasks
   * @param cores the number of tasks that can run at a time; ≥ 1
   */
  public TimeLeft(Grid grid, CostMap costs, Work work, TaskWatch tasks, int cores) {
    List<String> paths = grid.axes().stream().map(Axis::paths).flatMap(List::stream).toList();
    this.times = new BlockTimes(costs, paths);
    this.tasks = tasks;
    this.cores = cores;
    this.planned = new long[times.count()];
    for (Block block : work.blocks()) {
      planned[(int) (block.range().from() / costs.width())] += block.trials();
    }
  }

  /**
   * The time left in seconds; NaN before any trial has ended.
   *
   * @param now the current time in milliseconds since 1970
   */
  public double seconds(long now) {
    return seconds(tasks.times(planned.length, now));
  }

  double seconds(TaskTimes seen) {
    if (!(seen.inEndedTrials() > 0)) {
      return Double.NaN;
    }
    double overhead = seen.overhead();
    long[] done = seen.trials().clone();
    double[] each = times.learn(seen.trials(), seen.seconds());
    // A batch that takes longer than predicted says so before its trials have ended.
    boolean isLate = false;
    for (TaskTimes.Running task : seen.running()) {
      double predicted = task.inFlight(each);
      double spent = task.spent(overhead) / overhead;
      if (predicted > 0 && spent > predicted) {
        isLate = true;
        for (int b = 0; b < each.length; b++) {
          seen.trials()[b] += task.begun()[b];
          seen.seconds()[b] += (double) task.begun()[b] * each[b] * spent / predicted;
        }
      }
    }
    each = isLate ? times.learn(seen.trials(), seen.seconds()) : each;

    double longest = 0;
    double rest = 0;
    for (TaskTimes.Running task : seen.running()) {
      double predicted = task.inFlight(each) * overhead;
      double left = Math.max(predicted - task.spent(overhead), OVERDUE * predicted);
      longest = Math.max(longest, left);
      rest += left;
    }
    for (int b = 0; b < planned.length; b++) {
      rest += (double) Math.max(0, planned[b] - done[b] - seen.begun(b)) * each[b] * overhead;
    }
    double atOnce = Math.max(LEAST, Math.min(cores, seen.atOnce()));
    return Math.max(longest, rest / atOnce);
  }
}
