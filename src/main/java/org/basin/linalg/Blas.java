package org.basin.linalg;

import org.basin.linalg.blas.LibraryCopies;
import org.basin.linalg.blas.Preflight;

/**
 * The only class that calls the native matrix product (OpenBLAS, shipped inside jblas). Safe for
 * several threads.
 *
 * <p>It always calls {@code dgemm}, also for a single column, because jblas' own path for one
 * column skips zeros and so hides NaN. The result depends on the operands alone, never on what was
 * multiplied before.
 */
public final class Blas {

  private Blas() {}

  /** Computes C ← op(A) · op(B). */
  public static void multiply(
      boolean transposeA, Matrix a, boolean transposeB, Matrix b, Matrix c) {
    multiply(transposeA, a, transposeB, b, 1, 0, c);
  }

  /**
   * Computes C ← α · op(A) · op(B) + β · C, where op(X) is X or its transpose.
   *
   * @param a (m × k), or (k × m) if transposed; not modified
   * @param b (k × n), or (n × k) if transposed; not modified
   * @param alpha must not be 0, because 0 would hide NaN in the operands
   * @param beta 0 overwrites {@code c} whatever it holds, NaN included
   * @param c (m × n); overwritten; shares no array with {@code a} or {@code b}
   * @throws IllegalArgumentException if the shapes do not fit
   */
  public static void multiply(
      boolean transposeA,
      Matrix a,
      boolean transposeB,
      Matrix b,
      double alpha,
      double beta,
      Matrix c) {
    int m = transposeA ? a.columns() : a.rows();
    int k = transposeA ? a.rows() : a.columns();
    int n = transposeB ? b.rows() : b.columns();
    if (k != (transposeB ? b.columns() : b.rows()) || m != c.rows() || n != c.columns()) {
      throw new IllegalArgumentException(
          "(" + a + (transposeA ? ")' (" : ") (") + b + (transposeB ? ")' into " : ") into ") + c);
    }
    if (m == 0 || n == 0) {
      return;
    }
    if (k == 0) {
      scale(c, beta);
      return;
    }
    Deadline.check(m, n, k);
    LibraryCopies.multiply(
        transposeA ? 'T' : 'N',
        transposeB ? 'T' : 'N',
        m,
        n,
        k,
        alpha,
        a.data(),
        a.rows(),
        b.data(),
        b.rows(),
        beta,
        c.data());
  }

  /** Computes C ← β · C, the result of BLAS when k is 0 and the sum over k is empty. */
  private static void scale(Matrix c, double beta) {
    double[] data = c.data();
    for (int i = 0; i < data.length; i++) {
      data[i] = beta == 0 ? 0 : beta * data[i];
    }
  }

  /**
   * Computes one small product with a known result, which also loads the native library.
   *
   * @return which library and kernel computed the product, for the record of a run
   * @throws IllegalStateException if jblas has no native library for this platform, cannot unpack
   *     it, or computes a wrong product
   */
  public static Preflight preflight() {
    Matrix a = Matrix.ofRows(new double[][] {{1, 2, 3}, {4, 5, 6}});
    Matrix c = new Matrix(2, 2);
    String platform = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    try {
      multiply(false, a, true, a, c);
    } catch (LinkageError e) {
      throw new IllegalStateException(
          "the matrix library (jblas) has no native library for "
              + platform
              + ", or cannot unpack it into "
              + System.getProperty("java.io.tmpdir"),
          e);
    }
    if (c.get(0, 0) != 14 || c.get(0, 1) != 32 || c.get(1, 0) != 32 || c.get(1, 1) != 77) {
      throw new IllegalStateException(
          "the matrix library (jblas) computes wrong products on " + platform);
    }
    return Preflight.run();
  }
}
