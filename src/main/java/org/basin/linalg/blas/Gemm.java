package org.basin.linalg.blas;

/**
 * A general matrix product. Public, as is {@link JblasGemm}, only because the two are loaded by
 * different class loaders.
 */
public interface Gemm {

  /**
   * C ← α · op(A) · op(B) + β · C on whole arrays, column by column, as BLAS defines {@code dgemm}.
   *
   * @param transposeA {@code 'N'} or {@code 'T'}
   * @param transposeB likewise
   * @param m rows of op(A) and C
   * @param n columns of op(B) and C
   * @param k columns of op(A), rows of op(B)
   * @param lda rows of A as stored
   * @param ldb rows of B as stored
   */
  void multiply(
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
      double[] c);

  /** The same in single precision: {@code sgemm}. */
  void multiply(
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
      float[] c);

  /** The name of the CPU whose kernels multiply, as OpenBLAS has it; null if it cannot be asked. */
  default String kernel() {
    return null;
  }
}
