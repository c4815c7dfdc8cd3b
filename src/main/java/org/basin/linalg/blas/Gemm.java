package org.basin.linalg.blas;

/**
 * A general matrix product. This type and {@link JblasGemm} are public only because different class
 * loaders load them.
 */
public interface Gemm {

  /**
   * Computes C ← α · op(A) · op(B) + β · C on whole arrays stored column by column, as BLAS defines
   * {@code dgemm}.
   *
   * @param transposeA {@code 'N'} or {@code 'T'}
   * @param transposeB {@code 'N'} or {@code 'T'}
   * @param m the rows of op(A) and C
   * @param n the columns of op(B) and C
   * @param k the columns of op(A) and the rows of op(B)
   * @param lda the rows of A as stored
   * @param ldb the rows of B as stored
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

  /** Computes the same in single precision, as BLAS defines {@code sgemm}. */
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

  /** OpenBLAS's name of the CPU whose kernels it uses; null if the library cannot be asked. */
  default String kernel() {
    return null;
  }
}
