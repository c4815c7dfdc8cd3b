package org.basin.engine.progress;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleSupplier;
import org.apache.spark.SparkContext;
import org.basin.engine.work.RunCounters;
import org.basin.engine.work.TaskWatch;
import org.basin.train.Verdict;

/**
 * Watches a run and shows how far it is: trained trials, steps, time left, and once each what is
 * wrong with the machines.
 */
public final class RunProgress implements AutoCloseable {

  private final SparkContext spark;
  private final ProgressView view;
  private final RunCounters counters;
  private final TaskWatch tasks;
  private volatile long toTrain;
  private final DoubleSupplier secondsLeft;
  private final long start = System.nanoTime();
  private final Thread thread = new Thread(this::watch, "basin-progress");
  private final Set<String> told = new HashSet<>();
  private volatile ProgressState last;
  private volatile boolean isTraining = true;
  private volatile boolean isClosed;

  private RunProgress(
      SparkContext spark,
      ProgressView view,
      RunCounters counters,
      TaskWatch tasks,
      RunStart run,
      DoubleSupplier secondsLeft) {
    this.spark = spark;
    this.view = view;
    this.counters = counters;
    this.tasks = tasks;
    this.toTrain = run.toTrain();
    this.secondsLeft = secondsLeft;
    this.last = state(Double.NaN);
  }

  /**
   * Starts to show the progress of a run.
   *
   * @param tasks sees the run's tasks; it listens to Spark from now on, until the end
   * @param secondsLeft the time left in seconds; NaN if unknown
   */
  public static RunProgress start(
      SparkContext spark,
      ProgressView view,
      RunCounters counters,
      TaskWatch tasks,
      RunStart run,
      DoubleSupplier secondsLeft) {
    RunProgress progress = new RunProgress(spark, view, counters, tasks, run, secondsLeft);
    spark.addSparkListener(tasks);
    ProgressSource.register(() -> progress.last);
    view.started(run);
    progress.tellWarnings();
    progress.thread.setDaemon(true);
    progress.thread.start();
    return progress;
  }

  private void watch() {
    try {
      // Metrics are looked at even where nothing is shown.
      long millis = Math.round(1000 * Math.min(view.seconds(), 1));
      double next = view.seconds();
      while (!isClosed) {
        Thread.sleep(millis);
        update();
        if (!isClosed && last.seconds() >= next) {
          view.progress(last);
          next +=
              view.seconds() * Math.max(1, Math.floor((last.seconds() - next) / view.seconds()));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void update() {
    tellWarnings();
    if (isTraining) {
      last = state(secondsLeft.getAsDouble());
    } else if (!isClosed) {
      last = ofTables();
    }
  }

  /** Each once, as soon as a task has noted it. */
  private void tellWarnings() {
    for (String warning : counters.warnings()) {
      if (told.add(warning)) {
        view.warning(warning);
      }
    }
  }

  private ProgressState state(double left) {
    TaskWatch.Counts counts = tasks.counts();
    return of(counts.verdicts(), counts.steps(), left, true);
  }

  /** What the tasks said at their end is exact. The listener may not have heard all of it yet. */
  private ProgressState ofTables() {
    return of(counters.counts(), counters.steps(), 0, false);
  }

  private ProgressState of(Map<Verdict, Long> verdicts, long steps, double left, boolean trains) {
    return new ProgressState(
        verdicts, toTrain, steps, seconds(), left, executors(), spark.defaultParallelism(), trains);
  }

  private double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  private int executors() {
    int known = spark.statusTracker().getExecutorInfos().length;
    // On a cluster, the driver is among those that Spark knows, but trains nothing.
    return spark.isLocal() ? 1 : Math.max(0, known - 1);
  }

  /**
   * Called when the training has ended, and the tables are next.
   *
   * @param isComplete whether every trial was trained
   */
  public synchronized void trained(boolean isComplete) {
    isTraining = false;
    spark.removeSparkListener(tasks);
    toTrain = isComplete ? ofTables().done() : toTrain;
    last = ofTables();
    view.progress(last);
  }

  /** Shows the last state and stops. */
  @Override
  public void close() {
    synchronized (this) {
      if (isTraining) {
        tellWarnings();
        spark.removeSparkListener(tasks);
      }
      isClosed = true;
    }
    thread.interrupt();
    view.ended();
  }
}
