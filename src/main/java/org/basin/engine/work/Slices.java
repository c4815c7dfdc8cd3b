package org.basin.engine.work;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.lease.Lease;
import org.basin.engine.lease.LeaseLostException;
import org.basin.engine.storage.EngineSettings;
import org.basin.engine.storage.ProcessLoss;
import org.basin.engine.storage.SweepFolder;
import org.basin.tables.OutcomeTable;
import org.basin.tables.WriteOptions;

/**
 * Trains the work slice by slice. Each slice is one Spark write into a folder of its own. Several
 * slices are in flight at once, so that the last task of a slice leaves no core idle. Spark's
 * scheduler must be FIFO, which is its default: the oldest slice takes every core it can use and is
 * committed first, and the next slice takes the rest.
 */
public final class Slices {

  /** After this many failures without a success, the cause is not a single slice. */
  private static final int HOPELESS = 2;

  /** If this many slices lose their executors, the cause is not a single trial. */
  private static final int MOST_LOST = 8;

  /** The number of parts in which a slice is trained again after it lost its executor. */
  private static final int PARTS = 16;

  private final SparkSession spark;
  private final SweepFolder folder;
  private final Lease lease;
  private final String runId;
  private final TrainTask task;
  private final EngineSettings settings;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger succeeded = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private final AtomicReference<LeaseLostException> lost = new AtomicReference<>();

  private final AtomicReference<Throwable> cause = new AtomicReference<>();

  /** The slices whose executors died while they trained. */
  private final Queue<Lost> orphaned = new ConcurrentLinkedQueue<>();

  /** Ranges to train again, and why they were not trained. */
  private record Lost(List<IndexRange> ranges, String why) {}

  public Slices(
      SparkSession spark,
      SweepFolder folder,
      Lease lease,
      String runId,
      TrainTask task,
      EngineSettings settings) {
    this.spark = spark;
    this.folder = folder;
    this.lease = lease;
    this.runId = runId;
    this.task = task;
    this.settings = settings;
  }

  /**
   * Trains all of {@code work}.
   *
   * @param times what the run measures of the times of trials
   * @return the reasons why slices failed, one line each
   * @throws LeaseLostException if another process takes over the sweep in the meantime
   */
  public List<String> train(Work work, SliceQueue.Times times) {
    int cores = TaskSlots.of(spark.sparkContext());
    SliceQueue remaining = new SliceQueue(work.blocks(), cores, settings, times);
    int inFlight = settings.slicesInFlight();
    ExecutorService drivers = Executors.newFixedThreadPool(inFlight);
    try {
      List<Future<Set<String>>> running = new ArrayList<>();
      for (int i = 0; i < inFlight; i++) {
        running.add(drivers.submit(() -> trainSlices(work, remaining)));
      }
      Set<String> failures = new LinkedHashSet<>();
      for (Future<Set<String>> driver : running) {
        failures.addAll(driver.get());
      }
      if (lost.get() != null) {
        throw lost.get();
      }
      failures.addAll(trainAgain(work));
      return List.copyOf(failures);
    } catch (ExecutionException e) {
      return List.of(why(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of("interrupted");
    } finally {
      drivers.shutdownNow();
    }
  }

  /** Trains one slice after the other until none is left. Returns the reasons why slices failed. */
  private Set<String> trainSlices(Work work, SliceQueue remaining) {
    Set<String> failures = new LinkedHashSet<>();
    for (List<IndexRange> slice = remaining.next(); !slice.isEmpty(); slice = remaining.next()) {
      if (lost.get() != null || (succeeded.get() == 0 && failed.get() >= HOPELESS)) {
        break;
      }
      try {
        train(work, slice, next.getAndIncrement());
        succeeded.incrementAndGet();
      } catch (LeaseLostException e) {
        lost.compareAndSet(null, e);
        // This also cancels the other slices: the process that took over trains the same trials.
        spark.sparkContext().cancelAllJobs();
      } catch (Exception e) { // Also AnalysisException and others, which Scala does not declare.
        if (ProcessLoss.isOfExecutor(e) && orphaned.size() < MOST_LOST) {
          orphaned.add(new Lost(slice, why(e)));
        } else {
          failed.incrementAndGet();
          failures.add(why(e));
        }
      }
    }
    return failures;
  }

  /**
   * Trains the ranges that lost their executor, one part after the other with nothing beside it. A
   * part that loses its executor again is split further, down to the one trial that fails.
   *
   * @throws LeaseLostException if another process takes over the sweep in the meantime
   */
  private Set<String> trainAgain(Work work) {
    Set<String> failures = new LinkedHashSet<>();
    Deque<Lost> left = new ArrayDeque<>();
    orphaned.forEach(slice -> slice.ranges.forEach(r -> left.add(new Lost(List.of(r), slice.why))));
    int inVain = 0;
    while (!left.isEmpty()) {
      Lost part = left.pop();
      IndexRange range = part.ranges.get(0);
      if (inVain > PARTS && succeeded.get() == 0) {
        failures.add(part.why);
        return failures;
      }
      try {
        train(work, part.ranges, next.getAndIncrement());
        succeeded.incrementAndGet();
      } catch (LeaseLostException e) {
        throw e; // The process that took over trains the rest.
      } catch (Exception e) { // As in trainSlices.
        String why = why(e);
        if (!ProcessLoss.isOfExecutor(e)) {
          failures.add(why);
        } else if (range.size() > 1) {
          inVain++;
          List<IndexRange> parts = range.parts(PARTS);
          for (int i = parts.size() - 1; i >= 0; i--) {
            left.push(new Lost(List.of(parts.get(i)), why));
          }
        } else {
          inVain++;
          String reason = "its process died at each attempt to train it by itself: " + why;
          failures.addAll(train(List.of(range.from()), task.failing(Map.of(range.from(), reason))));
        }
      }
    }
    return failures;
  }

  /**
   * Trains a few trials in one task, as a slice of their own.
   *
   * @return the reason why it failed; empty if it succeeded
   * @throws LeaseLostException if another process takes over the sweep in the meantime
   */
  public Set<String> train(List<Long> indices, TrainTask alone) {
    try {
      commit(
          JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(indices, 1),
          alone,
          next.getAndIncrement());
      return Set.of();
    } catch (LeaseLostException e) {
      throw e;
    } catch (Exception e) { // As in trainSlices.
      return Set.of(why(e));
    }
  }

  /** The first failure, as it was thrown; null if there was none. */
  public Throwable cause() {
    return cause.get();
  }

  private String why(Throwable failure) {
    cause.compareAndSet(null, failure);
    return ProcessLoss.inOneLine(failure);
  }

  private void train(Work work, List<IndexRange> ranges, int number) {
    commit(work.indices(ranges), task, number);
  }

  private void commit(JavaRDD<Long> indices, TrainTask task, int number) {
    spark.sparkContext().setJobDescription("train slice " + number);
    commit(
        OutcomeTable.of(spark, indices.mapPartitions(task)),
        String.format("%s-%05d", runId, number));
  }

  /**
   * Commits outcomes that this run has not trained, as one slice.
   *
   * @throws LeaseLostException if another process has taken over the sweep
   */
  void take(Dataset<Row> outcomes) {
    spark.sparkContext().setJobDescription("take over outcomes");
    // What a run has trained begins with its id.
    commit(outcomes, String.format("taken-%s-%05d", runId, next.getAndIncrement()));
  }

  private void commit(Dataset<Row> outcomes, String slice) {
    Path path = new Path(folder.outcomes(), CommittedWork.PREFIX + slice);
    outcomes.write().options(WriteOptions.ofOutcomes()).parquet(path.toString());
    lease.check();
    SliceRecord.write(folder, path);
  }
}
