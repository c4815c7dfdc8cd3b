package org.basin.cli.shell;

import java.util.concurrent.Callable;
import org.apache.spark.JobExecutionStatus;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkJobInfo;
import org.apache.spark.sql.SparkSession;

/** Lets Ctrl-C end what a shell computes without ending the shell. */
final class Cancellation {

  /** How many milliseconds apart jobs are ended that a query submits after it was told to end. */
  private static final long APART = 100;

  /** How often they are ended after the query itself has ended. */
  private static final int TIMES = 5;

  private final SparkContext spark;

  private long queries;
  private String group = "";
  private Thread worker;
  private boolean isCancelled;

  Cancellation(SparkSession spark) {
    this.spark = spark.sparkContext();
  }

  /** Ends what runs now, if anything does. Called by the thread of the signal. */
  synchronized void cancel() {
    if (worker != null && !isCancelled) {
      isCancelled = true;
      worker.interrupt();
      Thread thread = new Thread(this::endJobs, "basin-cancellation");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /**
   * Ends the jobs of the query until it has ended: where Spark misses the interrupt, the query goes
   * on, and may submit a job at any later time.
   */
  private void endJobs() {
    try {
      while (endThoseOfNow()) {
        Thread.sleep(APART);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean endThoseOfNow() {
    if (worker == null || !isCancelled) {
      return false;
    }
    endRunning();
    return true;
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
    group = "basin-shell-" + queries++;
    spark.setJobGroup(group, "a query of the shell", true);
  }

  private void end() {
    synchronized (this) {
      worker = null;
      spark.clearJobGroup();
    }
    boolean unused = Thread.interrupted(); // The interrupt was for the work, which is over.
    if (isCancelled()) {
      endLateJobs();
    }
  }

  private void endLateJobs() {
    try {
      for (int i = 0; i < TIMES || isRunning(); i++) {
        endRunning();
        Thread.sleep(APART);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Spark warns of a group without a job. */
  private void endRunning() {
    if (isRunning()) {
      spark.cancelJobGroup(group);
    }
  }

  private boolean isRunning() {
    for (int job : spark.statusTracker().getJobIdsForGroup(group)) {
      SparkJobInfo info = spark.statusTracker().getJobInfo(job).getOrElse(() -> null);
      if (info != null && info.status() == JobExecutionStatus.RUNNING) {
        return true;
      }
    }
    return false;
  }
}
