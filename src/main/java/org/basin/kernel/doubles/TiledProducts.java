package org.basin.kernel.doubles;

/**
 * Computes the products in Java, without a native call or a copy, in blocks of examples that stay
 * in the first-level cache for the next computation. Each element is a sum in the order of its
 * terms by fused multiply-adds, whatever the width of a vector.
 */
public abstract class TiledProducts implements DenseProducts {

  /** The number of examples in a block that passes through a layer at once. */
  private static final int EXAMPLES = 32;

  /**
   * The number of partial sums of an output, which is fixed so that vectors of all widths give the
   * same sum.
   */
  protected static final int PARTIAL_SUMS = 16;

  private double[] gradient = {};

  /** Wᵀ (k × m). */
  private double[] transposed = {};

  /**
   * Computes C ← AB. Columns of A and C are padded from m rows to the stride; the padding is
   * arbitrary.
   *
   * @param a (m × k); columns stride(m) apart
   * @param b (k × n), from {@code bAt}; numbers {@code bDown} apart in a column, columns {@code
   *     bAcross}
   * @param c (m × n), from {@code cAt}; columns stride(m) apart
   */
  protected abstract void multiply(
      int m,
      int n,
      int k,
      double[] a,
      double[] b,
      int bAt,
      int bDown,
      int bAcross,
      double[] c,
      int cAt);

  /**
   * Computes z ← max(0, (z + b) + x), which keeps NaN.
   *
   * @param bias (m); null for none
   * @param x from {@code xAt}, columns {@code xStride} apart; null for none
   * @param z (m × count), from {@code at}
   */
  protected abstract void rectify(
      double[] z, int at, int m, int count, double[] bias, double[] x, int xAt, int xStride);

  /** The sum of the {@link #PARTIAL_SUMS} partial sums, which start at index 0. */
  protected static double total(double[] sums) {
    double s0 = (sums[0] + sums[1]) + (sums[2] + sums[3]);
    double s1 = (sums[4] + sums[5]) + (sums[6] + sums[7]);
    double s2 = (sums[8] + sums[9]) + (sums[10] + sums[11]);
    double s3 = (sums[12] + sums[13]) + (sums[14] + sums[15]);
    return (s0 + s1) + (s2 + s3);
  }

  @Override
  public final void forward(
      double[] w,
      int m,
      double[] bias,
      boolean skip,
      double[] x,
      int xStride,
      int k,
      int count,
      double[] a) {
    for (int e = 0; e < count; e += EXAMPLES) {
      int size = Math.min(EXAMPLES, count - e);
      int at = e * stride(m);
      multiply(m, size, k, w, x, e * xStride, 1, xStride, a, at);
      rectify(a, at, m, size, bias, skip ? x : null, e * xStride, xStride);
    }
  }

  @Override
  public final void map(double[] w, int m, double[] x, int xStride, int k, int count, double[] z) {
    multiply(m, count, k, w, x, 0, 1, xStride, z, 0);
  }

  @Override
  public final void mapBack(double[] w, int m, double[] d, int k, int count, double[] delta) {
    transpose(w, m, k);
    multiply(k, count, m, transposed, d, 0, 1, stride(m), delta, 0);
  }

  @Override
  public final void backward(
      double[] w,
      int m,
      boolean skip,
      double[] above,
      double[] a,
      int k,
      int count,
      double[] delta) {
    mapBack(w, m, above, k, count, delta);
    int size = count * stride(k);
    for (int i = 0; skip && i < size; i++) {
      delta[i] += above[i];
    }
    DensePasses.gate(a, delta, size);
  }

  @Override
  public final void accumulate(
      double factor,
      double[] d,
      int m,
      double[] x,
      int xStride,
      int k,
      int count,
      double kept,
      double[] sum) {
    int size = k * stride(m);
    if (gradient.length < size) {
      gradient = new double[size];
    }
    double[] g = gradient;
    multiply(m, k, count, d, x, 0, xStride, 1, g, 0);
    for (int i = 0; i < size; i++) {
      sum[i] = kept * sum[i] + factor * g[i];
    }
  }

  private void transpose(double[] w, int m, int k) {
    int stride = stride(k);
    if (transposed.length < stride * m) {
      transposed = new double[stride * m];
    }
    double[] to = transposed;
    for (int j = 0; j < k; j++) {
      int column = j * stride(m);
      for (int i = 0; i < m; i++) {
        to[i * stride + j] = w[column + i];
      }
    }
  }
}
