package org.basin.linalg.blas;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jblas.NativeBlas;

/**
 * One copy of the library for each thread that multiplies, up to one a processor; each under a
 * lock, so that threads beyond that number wait instead of colliding. Which copy multiplies never
 * changes a product: all are one code.
 */
public final class LibraryCopies {

  private static final Seat[] ALL = new Seat[Runtime.getRuntime().availableProcessors()];
  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final ThreadLocal<int[]> MINE =
      ThreadLocal.withInitial(() -> new int[] {NEXT.getAndIncrement() % ALL.length});

  static {
    for (int i = 0; i < ALL.length; i++) {
      ALL[i] = new Seat();
    }
  }

  private LibraryCopies() {}

  /**
   * Multiplies as {@link Gemm} says. Safe for several threads.
   *
   * @throws LinkageError if the library cannot be loaded
   */
  public static void multiply(
      char transposeA,
      char transposeB,
      int m,
      int n,
      int k,
      double alpha,
      double[] a,
      int lda,
      double[] b,
      int ldb,
      double beta,
      double[] c) {
    Seat seat = take();
    try {
      seat.gemm().multiply(transposeA, transposeB, m, n, k, alpha, a, lda, b, ldb, beta, c);
    } finally {
      seat.lock.unlock();
    }
  }

  /** The same in single precision. */
  public static void multiply(
      char transposeA,
      char transposeB,
      int m,
      int n,
      int k,
      float alpha,
      float[] a,
      int lda,
      float[] b,
      int ldb,
      float beta,
      float[] c) {
    Seat seat = take();
    try {
      seat.gemm().multiply(transposeA, transposeB, m, n, k, alpha, a, lda, b, ldb, beta, c);
    } finally {
      seat.lock.unlock();
    }
  }

  /** As {@link Gemm#kernel}. */
  static String kernel() {
    Seat seat = take();
    try {
      return seat.gemm().kernel();
    } finally {
      seat.lock.unlock();
    }
  }

  /** The version of jblas; null if its jar does not say. */
  static String version() {
    return NativeBlas.class.getPackage().getImplementationVersion();
  }

  /** A seat that is free, this thread's last one if possible; waits for that one if none is. */
  private static Seat take() {
    int[] mine = MINE.get();
    int first = mine[0];
    for (int i = 0; i < ALL.length; i++) {
      int index = (first + i) % ALL.length;
      if (ALL[index].lock.tryLock()) {
        mine[0] = index;
        return ALL[index];
      }
    }
    ALL[first].lock.lock();
    return ALL[first];
  }

  private static final class Seat {

    final ReentrantLock lock = new ReentrantLock();
    private Gemm gemm;

    /** The seat's copy, loaded on first use. Called with the lock held. */
    Gemm gemm() {
      if (gemm == null) {
        gemm = JblasCopy.load();
      }
      return gemm;
    }
  }
}
