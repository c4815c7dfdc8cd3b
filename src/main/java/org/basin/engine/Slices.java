package org.basin.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.basin.tables.Distinct;
import org.basin.tables.OutcomeTable;

/**
 * Trains work slice by slice, each one Spark write into a folder of its own, several in flight so
 * that a slice's last task leaves no core idle. Spark's scheduler must be FIFO, its default: the
 * oldest slice takes every core it can use and is committed first, the next takes the rest.
 */
final class Slices {

  /** After this many failures without a success, the fault is not one slice's. */
  private static final int HOPELESS = 2;

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

  Slices(
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
   * @param times what trials are seen to take on the way
   * @return why slices failed, one line each
   * @throws LeaseLostException if another process has taken the sweep over meanwhile
   */
  List<String> train(Work work, Remaining.Times times) {
    int cores = Math.max(1, spark.sparkContext().defaultParallelism());
    Remaining remaining = new Remaining(work.blocks(), cores, settings, times);
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
      return List.copyOf(failures);
    } catch (ExecutionException e) {
      return List.of(describe(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of("interrupted");
    } finally {
      drivers.shutdownNow();
    }
  }

  /** One slice after the other until none is left; why any of them failed. */
  private Set<String> trainSlices(Work work, Remaining remaining) {
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
        // Those of the other slices: whoever took over trains the same trials.
        spark.sparkContext().cancelAllJobs();
      } catch (Exception e) { // AnalysisException and the like, which Scala declares nowhere.
        failed.incrementAndGet();
        failures.add(describe(e));
      }
    }
    return failures;
  }

  private void train(Work work, List<IndexRange> ranges, int number) {
    Path path = new Path(folder.outcomes(), String.format("slice=%s-%05d", runId, number));
    spark.sparkContext().setJobDescription("train slice " + number);
    OutcomeTable.of(spark, work.indices(ranges).mapPartitions(task))
        .write()
        .options(Distinct.ofOutcomes())
        .parquet(path.toString());
    lease.check();
    SliceRecord.write(folder, path);
  }

  /** The innermost cause, in one line; with its name, for the message of some is but a name. */
  static String describe(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String name = root.getClass().getSimpleName();
    String message = root.getMessage();
    String text =
        message == null ? name : root instanceof EngineException ? message : name + ": " + message;
    return text.lines().findFirst().orElse(text).strip();
  }
}
