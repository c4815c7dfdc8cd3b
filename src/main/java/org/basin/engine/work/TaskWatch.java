package org.basin.engine.work;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.basin.train.Verdict;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Sees how far the tasks of a run are, also while they train: executors tell it with their
 * heartbeats. A task that failed counts no more. It is only displayed.
 */
public final class TaskWatch extends SparkListener {

  private final RunCounters counters;
  private final CostCorrection measured;
  private final Map<Long, Task> running = new HashMap<>();
  private final Task ended = new Task(0);

  /** The summed times of the tasks that succeeded, in milliseconds. */
  private long endedMillis;

  /** The start of the first task, in milliseconds since 1970; 0 if none has started. */
  private long first;

  /** What one task has done, or all that have ended together. */
  private static final class Task {
    private final long start;
    private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    private long steps;
    private Map<?, ?> sums = Map.of();

    Task(long start) {
      this.start = start;
    }
  }

  /**
   * The state of a run's tasks.
   *
   * @param verdicts the number of trials that have ended with each verdict
   * @param steps the number of steps that all trials have taken together
   */
  public record Counts(Map<Verdict, Long> verdicts, long steps) {}

  public TaskWatch(RunCounters counters, CostCorrection measured) {
    this.counters = counters;
    this.measured = measured;
  }

  @Override
  public synchronized void onTaskStart(SparkListenerTaskStart start) {
    long time = start.taskInfo().launchTime();
    running.put(start.taskInfo().taskId(), new Task(time));
    first = first == 0 ? time : first;
  }

  @Override
  public synchronized void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate update) {
    CollectionConverters.asJava(update.accumUpdates())
        .forEach(
            of -> {
              Task task = running.get((Long) of._1());
              if (task != null) {
                read(of._4(), task);
              }
            });
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
    Task task = running.remove(end.taskInfo().taskId());
    if (task != null && end.taskInfo().successful()) {
      read(end.taskInfo().accumulables(), task);
      task.verdicts.forEach((verdict, count) -> ended.verdicts.merge(verdict, count, Long::sum));
      ended.steps += task.steps;
      endedMillis += end.taskInfo().duration();
    }
  }

  private void read(Seq<AccumulableInfo> infos, Task task) {
    Collection<AccumulableInfo> all = CollectionConverters.asJavaCollection(infos);
    for (AccumulableInfo info : all) {
      Object value = info.update().isDefined() ? info.update().get() : null;
      Verdict verdict = counters.verdict(info.id());
      if (verdict != null && value instanceof Long count) {
        task.verdicts.put(verdict, count);
      } else if (counters.countsSteps(info.id()) && value instanceof Long count) {
        task.steps = count;
      } else if (info.id() == measured.id() && value instanceof Map<?, ?> sums) {
        task.sums = sums;
      }
    }
  }

  /** What the tasks have done so far. */
  public synchronized Counts counts() {
    Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    verdicts.putAll(ended.verdicts);
    long steps = ended.steps;
    for (Task task : running.values()) {
      task.verdicts.forEach((verdict, count) -> verdicts.merge(verdict, count, Long::sum));
      steps += task.steps;
    }
    return new Counts(verdicts, steps);
  }

  /**
   * Returns the times of the tasks.
   *
   * @param blocks the number of blocks of the index space
   * @param now the current time in milliseconds since 1970
   */
  synchronized TaskTimes times(int blocks, long now) {
    long[] trials = new long[blocks];
    double[] seconds = new double[blocks];
    measured.addTo(trials, seconds);
    double inEndedTasks = Arrays.stream(seconds).sum();
    List<TaskTimes.Running> open = new ArrayList<>();
    for (Task task : running.values()) {
      long[] begun = new long[blocks];
      double inTrials = 0;
      for (Map.Entry<?, ?> each : task.sums.entrySet()) {
        CostCorrection.Sum sum = (CostCorrection.Sum) each.getValue();
        int block = ((Long) each.getKey()).intValue();
        trials[block] += sum.trials();
        seconds[block] += sum.seconds();
        inTrials += sum.seconds();
        begun[block] = Math.max(0, sum.begun() - sum.trials());
      }
      open.add(new TaskTimes.Running(Math.max(0, now - task.start) / 1e3, inTrials, begun));
    }
    double since = first == 0 ? 0 : (now - first) / 1e3;
    return new TaskTimes(trials, seconds, inEndedTasks, endedMillis / 1e3, since, open);
  }
}
