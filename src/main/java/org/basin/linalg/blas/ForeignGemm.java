package org.basin.linalg.blas;

import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/**
 * Calls the matrix product of jblas' native library in place, on Java's own arrays, whereas jblas
 * copies every array to the library and back. The library's code is the same, so the results are
 * the same to the last bit. Available where {@link Foreign#isOffered}. Not safe for several
 * threads.
 */
final class ForeignGemm implements Gemm {

  /**
   * A product of more multiply-adds than this goes through jblas. During a call in place (a tenth
   * of a second for this size) no thread of the process can collect garbage; and in a product this
   * large the copies cost little.
   */
  private static final double LONGEST = 5e9;

  /**
   * Takes the address of {@code dgemm_}, then its arguments (transA, transB, m, n, k, alpha, A,
   * lda, B, ldb, beta, C, ldc); null before Java 22. It is a constant, so that the JVM inlines it
   * into its caller.
   */
  private static final MethodHandle DGEMM = handle(double[].class);

  /** The same for {@code sgemm_}. */
  private static final MethodHandle SGEMM = handle(float[].class);

  private final Object address;
  private final Object singleAddress;
  private final Object coreName;
  private final Gemm copying;
  private final byte[] transA = new byte[1];
  private final byte[] transB = new byte[1];
  private final int[] rows = new int[1];
  private final int[] columns = new int[1];
  private final int[] inner = new int[1];
  private final int[] leadingA = new int[1];
  private final int[] leadingB = new int[1];
  private final double[] factor = new double[1];
  private final double[] kept = new double[1];
  private final float[] singleFactor = new float[1];
  private final float[] singleKept = new float[1];

  private static MethodHandle handle(Class<?> numbers) {
    Class<?> text = byte[].class;
    Class<?> size = int[].class;
    return Foreign.isOffered()
        ? Foreign.procedure(
            text, text, size, size, size, numbers, numbers, size, numbers, size, numbers, numbers,
            size)
        : null;
  }

  /**
   * @param library the file that {@code copying} has loaded; it may be deleted afterwards
   * @param copying jblas' own product, used for very large products
   */
  ForeignGemm(Path library, Gemm copying) {
    this.copying = copying;
    this.address = Foreign.symbol(library, "dgemm_");
    this.singleAddress = Foreign.symbol(library, "sgemm_");
    this.coreName = Foreign.symbol(library, "gotoblas_corename");
  }

  /** jblas' own product, which uses the same copy of the library. */
  Gemm copying() {
    return copying;
  }

  @Override
  public String kernel() {
    return Foreign.text(coreName);
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
    if ((double) m * n * k > LONGEST) {
      copying.multiply(transposeA, transposeB, m, n, k, alpha, a, lda, b, ldb, beta, c);
      return;
    }
    transA[0] = (byte) transposeA;
    transB[0] = (byte) transposeB;
    rows[0] = m;
    columns[0] = n;
    inner[0] = k;
    leadingA[0] = lda;
    leadingB[0] = ldb;
    factor[0] = alpha;
    kept[0] = beta;
    try {
      DGEMM.invokeExact(
          address, transA, transB, rows, columns, inner, factor, a, leadingA, b, leadingB, kept, c,
          rows);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
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
    if ((double) m * n * k > LONGEST) {
      copying.multiply(transposeA, transposeB, m, n, k, alpha, a, lda, b, ldb, beta, c);
      return;
    }
    transA[0] = (byte) transposeA;
    transB[0] = (byte) transposeB;
    rows[0] = m;
    columns[0] = n;
    inner[0] = k;
    leadingA[0] = lda;
    leadingB[0] = ldb;
    singleFactor[0] = alpha;
    singleKept[0] = beta;
    try {
      SGEMM.invokeExact(
          singleAddress,
          transA,
          transB,
          rows,
          columns,
          inner,
          singleFactor,
          a,
          leadingA,
          b,
          leadingB,
          singleKept,
          c,
          rows);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
