package org.basin.linalg.blas;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jblas.NativeBlas;

/**
 * The copies of the library: one for each thread that multiplies, up to one per processor. Each has
 * a lock, so that more threads than copies wait and do not collide. A product does not depend on
 * which copy computes it, because all copies run the same code.
 */
public final class LibraryCopies {

  private static final Copy[] ALL = new Copy[Runtime.getRuntime().availableProcessors()];
  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final ThreadLocal<int[]> MINE =
      ThreadLocal.withInitial(() -> new int[] {NEXT.getAndIncrement() % ALL.length});

  static {
    for (int i = 0; i < ALL.length; i++) {
      ALL[i] = new Copy();
    }
  }

  private LibraryCopies() {}

  /**
   * Multiplies as {@link Gemm} describes. Safe for several threads.
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
    Copy copy = take();
    try {
      copy.gemm().multiply(transposeA, transposeB, m, n, k, alpha, a, lda, b, ldb, beta, c);
    } finally {
      copy.lock.unlock();
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
    Copy copy = take();
    try {
      copy.gemm().multiply(transposeA, transposeB, m, n, k, alpha, a, lda, b, ldb, beta, c);
    } finally {
      copy.lock.unlock();
    }
  }

  /** The same as {@link Gemm#kernel}. */
  static String kernel() {
    Copy copy = take();
    try {
      return copy.gemm().kernel();
    } finally {
      copy.lock.unlock();
    }
  }

  /** The version of jblas; null if its jar does not say. */
  static String version() {
    return NativeBlas.class.getPackage().getImplementationVersion();
  }

  /** Locks a free copy, this thread's last one if possible; if none is free, waits for that one. */
  private static Copy take() {
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

  private static final class Copy {

    final ReentrantLock lock = new ReentrantLock();
    private Gemm gemm;

    /** The copy, loaded on first use. The caller holds the lock. */
    Gemm gemm() {
      if (gemm == null) {
        gemm = JblasCopy.load();
      }
      return gemm;
    }
  }
}
