package org.basin.stats.linear;

import java.util.Arrays;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;

/** Products and inverses of the small square matrices of a likelihood. */
public final class Matrices {

  private Matrices() {}

  public static double[][] scaled(double[][] matrix, double factor) {
    double[][] scaled = new double[matrix.length][matrix.length];
    for (int j = 0; j < matrix.length; j++) {
      for (int k = 0; k < matrix.length; k++) {
        scaled[j][k] = factor * matrix[j][k];
      }
    }
    return scaled;
  }

  public static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** Adds {@code factor} v vᵀ to {@code sum}. */
  public static void addOuter(double[][] sum, double[] v, double factor) {
    for (int j = 0; j < v.length; j++) {
      for (int k = 0; k < v.length; k++) {
        sum[j][k] += factor * v[j] * v[k];
      }
    }
  }

  public static double[][] product(double[][] a, double[][] b) {
    return new Array2DRowRealMatrix(a, false)
        .multiply(new Array2DRowRealMatrix(b, false))
        .getData();
  }

  public static double[] times(double[][] a, double[] v) {
    return new Array2DRowRealMatrix(a, false).operate(v);
  }

  public static boolean isPositive(double[][] symmetric) {
    return !Double.isNaN(inverse(symmetric)[0][0]);
  }

  /**
   * The inverse of a symmetric, positive definite matrix; NaN of any other. Rows and columns are
   * scaled to a diagonal of ones first, so that units do not decide.
   */
  public static double[][] inverse(double[][] symmetric) {
    int size = symmetric.length;
    double[] root = new double[size];
    double[][] scaled = new double[size][size];
    for (int j = 0; j < size; j++) {
      root[j] = Math.sqrt(symmetric[j][j]);
    }
    for (int j = 0; j < size; j++) {
      for (int k = 0; k < size; k++) {
        scaled[j][k] = symmetric[j][k] / (root[j] * root[k]);
      }
    }
    try {
      double[][] inverse =
          new CholeskyDecomposition(new Array2DRowRealMatrix(scaled, false), 1e-9, 1e-14)
              .getSolver()
              .getInverse()
              .getData();
      for (int j = 0; j < size; j++) {
        for (int k = 0; k < size; k++) {
          inverse[j][k] /= root[j] * root[k];
        }
      }
      return inverse;
    } catch (MathRuntimeException e) {
      double[][] none = new double[size][size];
      Arrays.stream(none).forEach(row -> Arrays.fill(row, Double.NaN));
      return none;
    }
  }
}
