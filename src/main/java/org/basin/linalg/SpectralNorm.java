package org.basin.linalg;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.settings.RandomStreams;

/**
 * Computes the largest singular value of a matrix by the Lanczos process on MᵀM with full
 * reorthogonalisation (Golub &amp; Van Loan 2013, Section 10.1), always from the same start. It
 * ends when the residual of the largest Ritz value shows that the norm's relative error is below
 * the tolerance. It takes some tens of matrix-vector products, so a 1500 × 1500 matrix costs
 * little.
 */
public final class SpectralNorm {

  /** About how many products with MᵀM it takes for networks in training. */
  private static final int USUAL = 24;

  /** The number of products between two checks of the Ritz value. */
  private static final int LOOK = 4;

  private SpectralNorm() {}

  /**
   * ‖M‖₂.
   *
   * @param matrix not modified
   * @param tolerance the max relative error of the result, beyond rounding; &gt; 0
   * @return the norm; NaN if an element is not finite
   */
  public static double of(Matrix matrix, double tolerance) {
    if (!Arrays.stream(matrix.data()).allMatch(Double::isFinite)) {
      return Double.NaN;
    }
    int n = matrix.columns();
    double[][] columns = columns(matrix);
    double[][] rows = rows(columns, matrix.rows());
    double[][] basis = new double[n][];
    double[] diagonal = new double[n];
    double[] beside = new double[n];
    double[] next = start(n);
    double[] image = new double[matrix.rows()];
    double norm = norm(next);
    for (int k = 0; ; k++) {
      double[] v = next;
      scale(v, 1 / norm);
      basis[k] = v;
      next = new double[n];
      Arrays.fill(image, 0);
      add(image, v, columns);
      add(next, image, rows);
      diagonal[k] = dot(v, next);
      for (int pass = 0; pass < 2; pass++) { // Two passes are enough (Kahan, Parlett).
        for (int i = k; i >= 0; i--) {
          add(next, -dot(basis[i], next), basis[i]);
        }
      }
      norm = norm(next);
      beside[k] = norm;
      boolean isLast = k == n - 1 || !(norm > 1e-14 * diagonal[k]);
      if (isLast || (k + 1) % LOOK == 0) {
        Tridiagonal ritz = Tridiagonal.greatest(diagonal, beside, k + 1);
        if (isLast || norm * ritz.last() <= 2 * tolerance * ritz.value()) {
          return Math.sqrt(Math.max(0, ritz.value()));
        }
      }
    }
  }

  /** About how many multiply-adds it takes, from which cost is predicted. */
  public static double products(double rows, double columns) {
    double count = Math.min(USUAL, columns);
    return 2 * count * columns * (rows + count);
  }

  /** A start vector with no special direction, the same at every call. */
  private static double[] start(int n) {
    UniformRandomProvider stream = RandomStreams.stream(0, "spectral-norm");
    return stream.doubles(n, -1, 1).toArray();
  }

  /** Copies each column into its own array, so that the JVM can vectorise the loops over them. */
  private static double[][] columns(Matrix matrix) {
    double[][] columns = new double[matrix.columns()][];
    for (int c = 0; c < columns.length; c++) {
      int at = c * matrix.rows();
      columns[c] = Arrays.copyOfRange(matrix.data(), at, at + matrix.rows());
    }
    return columns;
  }

  private static double[][] rows(double[][] columns, int count) {
    double[][] rows = new double[count][columns.length];
    for (int c = 0; c < columns.length; c++) {
      for (int r = 0; r < count; r++) {
        rows[r][c] = columns[c][r];
      }
    }
    return rows;
  }

  /** y ← y + Σ factor · vector. */
  private static void add(double[] y, double[] factors, double[][] vectors) {
    int i = 0;
    for (; i + 3 < factors.length; i += 4) {
      add(
          y,
          factors[i],
          vectors[i],
          factors[i + 1],
          vectors[i + 1],
          factors[i + 2],
          vectors[i + 2],
          factors[i + 3],
          vectors[i + 3]);
    }
    for (; i < factors.length; i++) {
      add(y, factors[i], vectors[i]);
    }
  }

  private static void add(
      double[] y,
      double fa,
      double[] a,
      double fb,
      double[] b,
      double fc,
      double[] c,
      double fd,
      double[] d) {
    for (int i = 0; i < y.length; i++) {
      y[i] += (fa * a[i] + fb * b[i]) + (fc * c[i] + fd * d[i]);
    }
  }

  private static void add(double[] y, double factor, double[] x) {
    for (int i = 0; i < y.length; i++) {
      y[i] += factor * x[i];
    }
  }

  private static void scale(double[] x, double factor) {
    for (int i = 0; i < x.length; i++) {
      x[i] *= factor;
    }
  }

  /**
   * x·y in eight partial sums, because with a single sum each addition waits for the one before.
   */
  private static double dot(double[] x, double[] y) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    double s5 = 0;
    double s6 = 0;
    double s7 = 0;
    int i = 0;
    for (; i + 7 < x.length; i += 8) {
      s0 += x[i] * y[i];
      s1 += x[i + 1] * y[i + 1];
      s2 += x[i + 2] * y[i + 2];
      s3 += x[i + 3] * y[i + 3];
      s4 += x[i + 4] * y[i + 4];
      s5 += x[i + 5] * y[i + 5];
      s6 += x[i + 6] * y[i + 6];
      s7 += x[i + 7] * y[i + 7];
    }
    for (; i < x.length; i++) {
      s0 += x[i] * y[i];
    }
    return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
  }

  private static double norm(double[] x) {
    return Math.sqrt(dot(x, x));
  }
}
