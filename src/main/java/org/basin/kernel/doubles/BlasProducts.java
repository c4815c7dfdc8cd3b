package org.basin.kernel.doubles;

import org.basin.linalg.Deadline;
import org.basin.linalg.blas.LibraryCopies;

/** Computes the products with OpenBLAS, and then passes over the results. */
final class BlasProducts implements DenseProducts {

  @Override
  public int stride(int rows) {
    return rows;
  }

  @Override
  public void forward(
      double[] w,
      int m,
      double[] bias,
      boolean skip,
      double[] x,
      int xStride,
      int k,
      int count,
      double[] a) {
    if (skip) {
      System.arraycopy(x, 0, a, 0, m * count);
    }
    Deadline.check(m, count, k);
    LibraryCopies.multiply('N', 'N', m, count, k, 1, w, m, x, xStride, skip ? 1 : 0, a);
    DensePasses.rectify(a, m, count, bias);
  }

  @Override
  public void map(double[] w, int m, double[] x, int xStride, int k, int count, double[] z) {
    Deadline.check(m, count, k);
    LibraryCopies.multiply('N', 'N', m, count, k, 1, w, m, x, xStride, 0, z);
  }

  @Override
  public void mapBack(double[] w, int m, double[] d, int k, int count, double[] delta) {
    Deadline.check(k, count, m);
    LibraryCopies.multiply('T', 'N', k, count, m, 1, w, m, d, m, 0, delta);
  }

  @Override
  public void outputs(double[] w, double[] a, int m, int count, double[] products) {
    for (int e = 0; e < count; e++) {
      products[e] = DensePasses.product(w, a, e * m, m);
    }
  }

  @Override
  public void spread(double[] outer, double[] w, double[] a, int m, int count, double[] delta) {
    DensePasses.spread(outer, w, a, m, count, delta);
  }

  @Override
  public void backward(
      double[] w,
      int m,
      boolean skip,
      double[] above,
      double[] a,
      int k,
      int count,
      double[] delta) {
    if (skip) {
      System.arraycopy(above, 0, delta, 0, k * count);
    }
    Deadline.check(k, count, m);
    LibraryCopies.multiply('T', 'N', k, count, m, 1, w, m, above, m, skip ? 1 : 0, delta);
    DensePasses.gate(a, delta, k * count);
  }

  @Override
  public void accumulate(
      double factor,
      double[] d,
      int m,
      double[] x,
      int xStride,
      int k,
      int count,
      double kept,
      double[] sum) {
    Deadline.check(m, k, count);
    LibraryCopies.multiply('N', 'T', m, k, count, factor, d, m, x, xStride, kept, sum);
  }
}
