package org.basin.kernel.doubles;

/**
 * The computations of a step of dense layers between its products. The loops have no branches, so
 * that the JVM vectorises them.
 */
final class DensePasses {

  private DensePasses() {}

  /**
   * Computes z ← max(0, z + b), which keeps NaN.
   *
   * @param z (m × count)
   * @param bias (m); null for none
   */
  static void rectify(double[] z, int m, int count, double[] bias) {
    if (bias == null) {
      for (int i = 0; i < m * count; i++) {
        z[i] = Math.max(0, z[i]);
      }
      return;
    }
    for (int e = 0; e < count; e++) {
      int at = e * m;
      for (int j = 0; j < m; j++) {
        z[at + j] = Math.max(0, z[at + j] + bias[j]);
      }
    }
  }

  /**
   * Computes wᵀa of one example in eight partial sums.
   *
   * @param w (n); null for ones
   * @param at the index in {@code a} at which the example starts
   */
  static double product(double[] w, double[] a, int at, int n) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    double s5 = 0;
    double s6 = 0;
    double s7 = 0;
    int j = 0;
    if (w == null) {
      for (; j <= n - 8; j += 8) {
        s0 += a[at + j];
        s1 += a[at + j + 1];
        s2 += a[at + j + 2];
        s3 += a[at + j + 3];
        s4 += a[at + j + 4];
        s5 += a[at + j + 5];
        s6 += a[at + j + 6];
        s7 += a[at + j + 7];
      }
      for (; j < n; j++) {
        s0 += a[at + j];
      }
    } else {
      for (; j <= n - 8; j += 8) {
        s0 += w[j] * a[at + j];
        s1 += w[j + 1] * a[at + j + 1];
        s2 += w[j + 2] * a[at + j + 2];
        s3 += w[j + 3] * a[at + j + 3];
        s4 += w[j + 4] * a[at + j + 4];
        s5 += w[j + 5] * a[at + j + 5];
        s6 += w[j + 6] * a[at + j + 6];
        s7 += w[j + 7] * a[at + j + 7];
      }
      for (; j < n; j++) {
        s0 += w[j] * a[at + j];
      }
    }
    return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
  }

  /**
   * Computes the derivative with respect to the z of a layer below an output layer: outer · wⱼ
   * where a is positive, else 0.
   *
   * @param outer (count)
   * @param w (m); null for ones
   * @param a (m × count)
   * @param delta (m × count); overwritten
   */
  static void spread(double[] outer, double[] w, double[] a, int m, int count, double[] delta) {
    for (int e = 0; e < count; e++) {
      int at = e * m;
      double scale = outer[e];
      if (w == null) {
        for (int j = 0; j < m; j++) {
          delta[at + j] = scale * Math.min(1, a[at + j] * Real.LARGE * Real.LARGE);
        }
      } else {
        for (int j = 0; j < m; j++) {
          delta[at + j] = scale * w[j] * Math.min(1, a[at + j] * Real.LARGE * Real.LARGE);
        }
      }
    }
  }

  /**
   * Sets each of the first {@code size} numbers of {@code delta} to 0 unless a is positive there.
   */
  static void gate(double[] a, double[] delta, int size) {
    for (int i = 0; i < size; i++) {
      delta[i] *= Math.min(1, a[i] * Real.LARGE * Real.LARGE);
    }
  }

  /**
   * Computes z ← z + x.
   *
   * @param x (m × count), columns {@code xStride} apart; 0 for the same column everywhere
   * @param z (m × count), columns {@code stride} apart
   */
  static void add(double[] x, int xStride, double[] z, int stride, int m, int count) {
    for (int e = 0; e < count; e++) {
      int from = e * xStride;
      int to = e * stride;
      for (int i = 0; i < m; i++) {
        z[to + i] += x[from + i];
      }
    }
  }

  /**
   * Computes outer · wⱼ.
   *
   * @param outer (count)
   * @param w (m); null for ones
   * @param delta (m × count), columns {@code stride} apart; overwritten
   */
  static void spread(double[] outer, double[] w, int m, int count, int stride, double[] delta) {
    for (int e = 0; e < count; e++) {
      int at = e * stride;
      double scale = outer[e];
      for (int j = 0; j < m; j++) {
        delta[at + j] = w == null ? scale : scale * w[j];
      }
    }
  }

  /** Copies columns that are adjacent to columns that are {@code stride} apart. */
  static void spread(double[] from, int m, int count, int stride, double[] to) {
    for (int e = 0; e < count; e++) {
      System.arraycopy(from, e * m, to, e * stride, m);
    }
  }

  /** Copies columns that are {@code stride} apart to columns that are adjacent. */
  static void copy(double[] from, int stride, int m, int count, double[] to) {
    for (int e = 0; e < count; e++) {
      System.arraycopy(from, e * stride, to, e * m, m);
    }
  }
}
