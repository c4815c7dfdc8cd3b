package org.basin.engine.query;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Computes a value on a thread of its own, with a large stack, and waits for it for a limited time.
 * Work that takes longer is interrupted and then left running: Java cannot stop it.
 */
final class TimeLimit {

  /** The size of the stack in bytes; far above what a query of the max depth needs. */
  private static final long STACK = 64L << 20;

  private TimeLimit() {}

  /**
   * Returns the value of {@code work}, or throws what it throws.
   *
   * @throws TimeoutException if there is no value after {@code seconds}
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
