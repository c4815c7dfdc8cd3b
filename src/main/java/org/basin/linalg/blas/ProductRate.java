package org.basin.linalg.blas;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** How fast this process multiplies, beside what its CPU promises. */
final class ProductRate {

  private static final int SIZE = 256;
  private static final int ROUNDS = 8;

  /** Multiplications and additions a cycle: AVX2 promises 16, and the oldest kernels reach 5. */
  private static final double LEAST_A_CYCLE = 7;

  /** OpenBLAS's kernels for CPUs with AVX2 or more. */
  private static final Set<String> MODERN = Set.of("haswell", "zen", "skylakex");

  private ProductRate() {}

  /** Gigaflops of the product of two 256 × 256 matrices: the best of a few, some ms in all. */
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
   * What looks wrong.
   *
   * @param kernel that OpenBLAS uses; null if not known
   * @param rate from {@link #measure}
   * @return one line; empty if nothing does
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
    return "matrix products may be slow: %.0f gigaflops by OpenBLAS's kernels %s on a CPU with %s; %s"
        .formatted(
            rate,
            kernel == null ? "of its own choice" : "for " + kernel,
            promise,
            "start through submit/basin, or see OPENBLAS_ in the guide");
  }
}
