package org.basin.kernel.doubles;

/**
 * The matrix products of a step of dense layers, and the computations that follow each of them
 * directly.
 *
 * <p>Matrices are stored column by column. The distance between columns of r numbers is {@link
 * #stride stride(r)}, unless a parameter gives another one. The numbers between columns are
 * arbitrary.
 */
public interface DenseProducts {

  /** The distance between the starts of columns of {@code rows} numbers. */
  int stride(int rows);

  /**
   * Computes a ← max(0, Wx + b), or a ← max(0, Wx + b + x), which keeps NaN.
   *
   * @param w (m × k)
   * @param bias (m); null for none
   * @param skip whether x is added; then k = m
   * @param x (k × count)
   * @param xStride from column to column of x
   * @param a (m × count); overwritten
   */
  void forward(
      double[] w,
      int m,
      double[] bias,
      boolean skip,
      double[] x,
      int xStride,
      int k,
      int count,
      double[] a);

  /**
   * Computes z ← Wx.
   *
   * @param w (m × k)
   * @param x (k × count)
   * @param xStride from column to column of x
   * @param z (m × count); overwritten
   */
  void map(double[] w, int m, double[] x, int xStride, int k, int count, double[] z);

  /**
   * Computes delta ← Wᵀd.
   *
   * @param w (m × k)
   * @param d (m × count)
   * @param delta (k × count); overwritten
   */
  void mapBack(double[] w, int m, double[] d, int k, int count, double[] delta);

  /**
   * Computes the products of an output layer, wᵀa for each example.
   *
   * @param w (m); null for ones
   * @param a (m × count)
   * @param products (count); overwritten
   */
  void outputs(double[] w, double[] a, int m, int count, double[] products);

  /**
   * Computes the derivative with respect to the z of a layer below an output layer: outer · wⱼ
   * where a is positive, else 0.
   *
   * @param outer (count)
   * @param w (m); null for ones
   * @param a (m × count)
   * @param delta (m × count); overwritten
   */
  void spread(double[] outer, double[] w, double[] a, int m, int count, double[] delta);

  /**
   * Computes the derivative with respect to the z of the layer below: Wᵀd, or Wᵀd + d, where a is
   * positive, else 0.
   *
   * @param w (m × k)
   * @param skip whether d is added; then k = m
   * @param above d, the derivative with respect to this layer's z (m × count)
   * @param a the activations of the layer below (k × count)
   * @param delta (k × count); overwritten
   */
  void backward(
      double[] w,
      int m,
      boolean skip,
      double[] above,
      double[] a,
      int k,
      int count,
      double[] delta);

  /**
   * Computes sum ← kept · sum + factor · d xᵀ.
   *
   * @param d (m × count)
   * @param x (k × count)
   * @param xStride from column to column of x
   * @param sum (m × k)
   */
  void accumulate(
      double factor,
      double[] d,
      int m,
      double[] x,
      int xStride,
      int k,
      int count,
      double kept,
      double[] sum);
}
