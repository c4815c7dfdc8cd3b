package org.basin.nn;

import java.util.Arrays;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.plan.RandomStreams;

/**
 * The greatest singular value of a matrix, by the Lanczos process on MᵀM with full
 * reorthogonalisation (Golub &amp; Van Loan 2013, Section 10.1), from a start that is always the
 * same. It ends when the greatest Ritz value's residual is below {@link #TOLERANCE} of it, which
 * bounds the distance from a squared singular value: the norm is good to half of that, relative.
 * Takes some tens of products of a matrix and a vector, so that a matrix of 1500 × 1500 is no
 * burden.
 */
public final class SpectralNorm {

  private static final double TOLERANCE = 1e-10;

  /** The first Ritz values are looked at after so many products; then ever less often. */
  private static final int FIRST_LOOK = 10;

  private SpectralNorm() {}

  /**
   * ‖M‖₂.
   *
   * @param matrix not modified
   * @return NaN if an element is not finite
   */
  public static double of(Matrix matrix) {
    if (!Arrays.stream(matrix.data()).allMatch(Double::isFinite)) {
      return Double.NaN;
    }
    int n = matrix.columns();
    double[][] basis = new double[n][];
    double[] diagonal = new double[n];
    double[] beside = new double[n];
    double[] next = start(n);
    double[] image = new double[matrix.rows()];
    double norm = norm(next);
    int look = Math.min(n, FIRST_LOOK);
    for (int k = 0; ; k++) {
      double[] v = next;
      scale(v, 1 / norm);
      basis[k] = v;
      next = new double[n];
      multiply(matrix, v, image);
      multiplyTransposed(matrix, image, next);
      diagonal[k] = dot(v, next);
      for (int pass = 0; pass < 2; pass++) { // Twice is enough (Kahan, Parlett).
        for (int i = k; i >= 0; i--) {
          add(next, -dot(basis[i], next), basis[i]);
        }
      }
      norm = norm(next);
      beside[k] = norm;
      boolean isLast = k == n - 1 || !(norm > 1e-14 * diagonal[k]);
      if (isLast || k + 1 == look) {
        double value = converged(diagonal, beside, k + 1, isLast);
        if (!Double.isNaN(value)) {
          return value;
        }
        look = Math.min(n, look + look / 2);
      }
    }
  }

  /** The square root of the greatest Ritz value; NaN if its residual is too large. */
  private static double converged(double[] diagonal, double[] beside, int count, boolean isLast) {
    EigenDecomposition ritz =
        new EigenDecomposition(
            Arrays.copyOf(diagonal, count), Arrays.copyOf(beside, Math.max(0, count - 1)));
    int greatest = 0;
    for (int i = 1; i < count; i++) {
      greatest = ritz.getRealEigenvalue(i) > ritz.getRealEigenvalue(greatest) ? i : greatest;
    }
    double value = ritz.getRealEigenvalue(greatest);
    double residual =
        beside[count - 1] * Math.abs(ritz.getEigenvector(greatest).getEntry(count - 1));
    return isLast || residual <= TOLERANCE * value ? Math.sqrt(Math.max(0, value)) : Double.NaN;
  }

  /** A vector in no special direction. */
  private static double[] start(int n) {
    UniformRandomProvider stream = RandomStreams.stream(0, "spectral-norm");
    return stream.doubles(n, -1, 1).toArray();
  }

  /** y ← M x. */
  private static void multiply(Matrix matrix, double[] x, double[] y) {
    double[] data = matrix.data();
    Arrays.fill(y, 0);
    for (int c = 0, i = 0; c < x.length; c++) {
      double factor = x[c];
      for (int r = 0; r < y.length; r++, i++) {
        y[r] += factor * data[i];
      }
    }
  }

  /** y ← Mᵀ x. */
  private static void multiplyTransposed(Matrix matrix, double[] x, double[] y) {
    double[] data = matrix.data();
    for (int c = 0, i = 0; c < y.length; c++) {
      double sum = 0;
      for (int r = 0; r < x.length; r++, i++) {
        sum += x[r] * data[i];
      }
      y[c] = sum;
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

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  private static double norm(double[] x) {
    return Math.sqrt(dot(x, x));
  }
}
