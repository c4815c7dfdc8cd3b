package org.basin.train;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;

/**
 * The heap that the trials of one process may take together. A batch takes its part before it
 * allocates, and gives it back when it ends. A trial that needs more than is free at the moment
 * waits for the others. A trial that needs more than there is in all fails. Safe for use by several
 * threads; the thread that has waited longest is served first.
 */
public final class HeapBudget {

  private final double size;
  private final double heap;
  private final String option;
  private final Deque<Object> waiting = new ArrayDeque<>();
  private double free;

  /**
   * Makes a budget.
   *
   * @param size the number of bytes for trials; &gt; 0
   * @param heap the number of bytes of the whole heap
   * @param option the option that gives a process more memory, for messages: {@code
   *     --driver-memory}
   */
  public HeapBudget(double size, double heap, String option) {
    this.size = size;
    this.heap = heap;
    this.option = option;
    this.free = size;
  }

  /** Returns a budget without a limit. */
  public static HeapBudget unlimited() {
    double heap = (double) Runtime.getRuntime().maxMemory();
    return new HeapBudget(heap, heap, "-Xmx");
  }

  double size() {
    return size;
  }

  /** Says why a trial that needs {@code bytes} cannot train here. */
  String refusal(double bytes) {
    return "needs about "
        + Footprint.text(bytes)
        + " of memory, but trials have "
        + Footprint.text(size)
        + " of this process's "
        + Footprint.text(heap)
        + " heap; give more by "
        + option;
  }

  /**
   * Says why a trial failed that ran out of memory while it trained alone, although it was
   * predicted to fit.
   */
  String exhausted(OutOfMemoryError error) {
    return "ran out of memory ("
        + error.getMessage()
        + ") in a heap of "
        + Footprint.text(heap)
        + "; give more by "
        + option;
  }

  /** Takes {@code bytes} if they are free and no thread is waiting. */
  synchronized boolean tryTake(double bytes) {
    if (bytes > free || !waiting.isEmpty()) {
      return false;
    }
    free -= bytes;
    return true;
  }

  /**
   * Takes {@code bytes} as soon as they are free.
   *
   * @param bytes at most {@link #size}
   * @throws CancellationException if the thread is interrupted
   */
  synchronized void take(double bytes) {
    Object place = new Object();
    waiting.add(place);
    try {
      while (waiting.peek() != place || bytes > free) {
        wait();
      }
      free -= bytes;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("training was interrupted");
    } finally {
      waiting.remove(place);
      notifyAll();
    }
  }

  synchronized void give(double bytes) {
    free = Math.min(size, free + bytes);
    notifyAll();
  }
}
