package org.basin.linalg.blas;

import org.jblas.NativeBlas;
import org.jblas.util.Logger;

/** The product of the jblas that this class's own loader loads. Not safe for several threads. */
public final class JblasGemm implements Gemm {

  static {
    // jblas tells standard output of every file it unpacks and deletes; results go there.
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
