package org.basin.train;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;

/**
 * The heap that the trials of one process may take together. A batch takes its part before it
 * allocates and gives it back when it has ended; a trial that needs more than is free at the moment
 * waits for the others, one that needs more than there is fails. Safe for several threads; who has
 * waited longest comes first.
 */
public final class HeapRoom {

  private final double size;
  private final double heap;
  private final String option;
  private final Deque<Object> waiting = new ArrayDeque<>();
  private double free;

  /**
   * @param size bytes for trials; &gt; 0
   * @param heap bytes of the whole heap
   * @param option what gives more, for messages: {@code --driver-memory}
   */
  public HeapRoom(double size, double heap, String option) {
    this.size = size;
    this.heap = heap;
    this.option = option;
    this.free = size;
  }

  /** All of this process's heap. */
  public static HeapRoom unlimited() {
    double heap = (double) Runtime.getRuntime().maxMemory();
    return new HeapRoom(heap, heap, "-Xmx");
  }

  double size() {
    return size;
  }

  /** Why a trial that needs so many bytes cannot train here. */
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

  /** Why a trial failed that ran out of memory by itself, although it was predicted to fit. */
  String exhausted(OutOfMemoryError error) {
    return "ran out of memory ("
        + error.getMessage()
        + ") in a heap of "
        + Footprint.text(heap)
        + "; give more by "
        + option;
  }

  /** Takes so much if it is free and nobody waits. */
  synchronized boolean tryTake(double bytes) {
    if (bytes > free || !waiting.isEmpty()) {
      return false;
    }
    free -= bytes;
    return true;
  }

  /**
   * Takes so much as soon as it is free.
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
