package org.basin.kernel.doubles;

/**
 * The matrix products of a step of dense layers, and what is done on the way with what they leave.
 *
 * <p>Matrices stand column by column; columns of r numbers start {@link #stride stride(r)} apart,
 * unless a parameter says how far. What stands between columns is left to the products.
 */
public interface DenseProducts {

  /** How far apart columns of so many numbers start. */
  int stride(int rows);

  /**
   * a ← max(0, Wx + b), or max(0, Wx + b + x). NaN is kept.
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
   * The products of an output layer, wᵀa for each example.
   *
   * @param w (m); null for ones
   * @param a (m × count)
   * @param products (count); overwritten
   */
  void outputs(double[] w, double[] a, int m, int count, double[] products);

  /**
   * The derivative by the z of a layer below an output layer: outer · wⱼ where a is positive, else
   * 0.
   *
   * @param outer (count)
   * @param w (m); null for ones
   * @param a (m × count)
   * @param delta (m × count); overwritten
   */
  void spread(double[] outer, double[] w, double[] a, int m, int count, double[] delta);

  /**
   * The derivative by the z of the layer below: Wᵀd, or Wᵀd + d, where a is positive, else 0.
   *
   * @param w (m × k)
   * @param skip whether d is added; then k = m
   * @param above d, the derivative by this layer's z (m × count)
   * @param a of the layer below (k × count)
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
   * sum ← kept · sum + factor · d xᵀ.
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
