package org.basin.cli.shell;

import java.util.concurrent.Callable;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;

/** Lets Ctrl-C end what a shell computes without ending the shell. */
final class Cancellation {
  private static final String GROUP = "basin-shell";

  private final SparkContext spark;

  private Thread worker;
  private boolean isCancelled;

  Cancellation(SparkSession spark) {
    this.spark = spark.sparkContext();
  }

  /** Ends what runs now, if anything does. Called by the thread of the signal. */
  synchronized void cancel() {
    if (worker != null && !isCancelled) {
      isCancelled = true;
      spark.cancelJobGroup(GROUP);
      worker.interrupt();
    }
  }

  /** Whether what runs now, or ran last, was told to end. */
  synchronized boolean isCancelled() {
    return isCancelled;
  }

  /**
   * Returns the value of {@code work}, whose jobs of Spark can be cancelled from now on.
   *
   * @throws ShellException if it was cancelled
   */
  <T> T run(Callable<T> work) throws Exception {
    start();
    try {
      T value = work.call();
      if (!isCancelled()) {
        return value;
      }
    } catch (Exception e) {
      if (!isCancelled()) {
        throw e;
      }
    } finally {
      end();
    }
    throw new ShellException("cancelled");
  }

  private synchronized void start() {
    isCancelled = false;
    worker = Thread.currentThread();
    spark.setJobGroup(GROUP, "a query of the shell", true);
  }

  private synchronized void end() {
    worker = null;
    spark.clearJobGroup();
    Thread.interrupted(); // The interrupt was for the work, which is over.
  }
}
