package org.basin.linalg.blas;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Measures how fast this process multiplies matrices, and compares that with its CPU's features.
 */
final class ProductRate {

  private static final int SIZE = 256;
  private static final int ROUNDS = 8;

  /**
   * The min operations per cycle without a warning: AVX2 allows 16, and the oldest kernels reach 5.
   */
  private static final double LEAST_A_CYCLE = 7;

  /** OpenBLAS's kernels for CPUs with AVX2 or more. */
  private static final Set<String> MODERN = Set.of("haswell", "zen", "skylakex");

  private ProductRate() {}

  /**
   * The best speed of a few products of two 256 × 256 matrices, in gigaflops; takes a few
   * milliseconds.
   */
  static double measure() {
    double[] a = new double[SIZE * SIZE];
    double[] c = new double[SIZE * SIZE];
    Arrays.fill(a, 1);
    long best = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      LibraryCopies.multiply('N', 'N', SIZE, SIZE, SIZE, 1, a, SIZE, a, SIZE, 0, c);
      best = Math.min(best, System.nanoTime() - start);
    }
    return 2.0 * SIZE * SIZE * SIZE / best;
  }

  /**
   * Says what looks wrong.
   *
   * @param kernel the kernel that OpenBLAS uses; null if not known
   * @param rate the speed from {@link #measure}
   * @return one line; empty if nothing looks wrong
   */
  static String warning(Cpu cpu, String kernel, double rate) {
    if (!cpu.hasAvx2()) {
      return "";
    }
    String promise = cpu.hasAvx512() ? "AVX-512" : "AVX2";
    boolean isOld = kernel != null && !MODERN.contains(kernel.toLowerCase(Locale.ROOT));
    boolean isSlow = rate < LEAST_A_CYCLE * cpu.gigahertz();
    if (!isOld && !isSlow) {
      return "";
    }
    return "matrix products may be slow: %.0f gigaflops with OpenBLAS's kernels %s on a CPU with %s; %s"
        .formatted(
            rate,
            kernel == null ? "of its own choice" : "for " + kernel,
            promise,
            "start through submit/basin, or see OPENBLAS_ in the guide");
  }
}
