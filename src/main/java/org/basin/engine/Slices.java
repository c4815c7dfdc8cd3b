package org.basin.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
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
  private final String runId;
  private final TrainTask task;
  private final int inFlight;
  private final AtomicInteger succeeded = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();

  Slices(
      SparkSession spark,
      SweepFolder folder,
      String runId,
      TrainTask task,
      EngineSettings settings) {
    this.spark = spark;
    this.folder = folder;
    this.runId = runId;
    this.task = task;
    this.inFlight = settings.slicesInFlight();
  }

  /**
   * Trains all slices of {@code work}.
   *
   * @return why slices failed, one line each
   */
  List<String> train(Work work) {
    List<List<IndexRange>> slices = work.slices();
    ExecutorService drivers = Executors.newFixedThreadPool(inFlight);
    try {
      List<Future<Void>> running = new ArrayList<>();
      for (int s = 0; s < slices.size(); s++) {
        running.add(drivers.submit(slice(work, slices.get(s), s)));
      }
      List<String> failures = new ArrayList<>();
      for (Future<Void> slice : running) {
        String failure = failure(slice);
        if (!failure.isEmpty() && !failures.contains(failure)) {
          failures.add(failure);
        }
      }
      return failures;
    } finally {
      drivers.shutdownNow();
    }
  }

  private Callable<Void> slice(Work work, List<IndexRange> ranges, int number) {
    Path path = new Path(folder.outcomes(), String.format("slice=%s-%05d", runId, number));
    return () -> {
      if (succeeded.get() == 0 && failed.get() >= HOPELESS) {
        return null;
      }
      try {
        spark.sparkContext().setJobDescription("train slice " + number);
        OutcomeTable.of(spark, work.indices(ranges).mapPartitions(task))
            .write()
            .options(Distinct.ofOutcomes())
            .parquet(path.toString());
        succeeded.incrementAndGet();
        return null;
      } catch (Exception e) {
        failed.incrementAndGet();
        throw e;
      }
    };
  }

  private static String failure(Future<Void> slice) {
    try {
      slice.get();
      return "";
    } catch (ExecutionException e) {
      return describe(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
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
