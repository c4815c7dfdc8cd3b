package org.basin.linalg.blas;

import org.jblas.NativeBlas;
import org.jblas.util.Logger;

/**
 * The matrix product of the copy of jblas that this class's loader has loaded. Not safe for several
 * threads.
 */
public final class JblasGemm implements Gemm {

  static {
    // jblas prints each file that it unpacks and deletes on standard output, where results go.
    Logger.getLogger().setLevel(Logger.ERROR);
  }

  @Override
  public void multiply(
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
    NativeBlas.dgemm(transposeA, transposeB, m, n, k, alpha, a, 0, lda, b, 0, ldb, beta, c, 0, m);
  }

  @Override
  public void multiply(
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
    NativeBlas.sgemm(transposeA, transposeB, m, n, k, alpha, a, 0, lda, b, 0, ldb, beta, c, 0, m);
  }
}
