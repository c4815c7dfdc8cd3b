package org.basin.engine.query;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Computes something on a thread of its own, with a large stack, and waits for a limited time. What
 * takes longer is interrupted and left to itself: it cannot be stopped, only outlived.
 */
final class TimeLimit {

  /** Bytes; far above what a query of the greatest depth allowed takes. */
  private static final long STACK = 64L << 20;

  private TimeLimit() {}

  /**
   * The value of {@code work}, or what it throws.
   *
   * @throws TimeoutException if it has none after {@code seconds}
   */
  static <T> T within(double seconds, Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(null, task, "basin-query", STACK);
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get((long) (seconds * 1e9), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (Exception) e.getCause();
    } finally {
      task.cancel(true);
    }
  }
}
