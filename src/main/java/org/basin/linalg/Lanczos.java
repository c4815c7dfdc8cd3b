package org.basin.linalg;

import java.util.function.BiConsumer;

/**
 * Finds the largest eigenvalue of a symmetric operator from its products with vectors alone, by the
 * method of Lanczos (1950) with three vectors in memory. It does not reorthogonalise, so
 * eigenvalues may appear twice; the largest one stays correct (Paige 1972).
 */
public final class Lanczos {

  /** The number of products between two checks of the tridiagonal matrix's largest eigenvalue. */
  private static final int LOOK = 4;

  /**
   * An eigenvalue and a bound on its error.
   *
   * @param value the largest Ritz value; an eigenvalue is within {@code error} of it
   * @param error β·|s|, the residual of its Ritz vector
   */
  public record Eigenvalue(double value, double error) {}

  private Lanczos() {}

  /**
   * Finds the largest eigenvalue (largest in value, not in magnitude).
   *
   * @param product sets its second argument to the operator applied to its first, a unit vector
   * @param start a vector of any norm except 0; overwritten
   * @param tolerance the search ends when the error is at most this fraction of the value
   * @param most the max number of products, ≥ 1
   * @return the eigenvalue; NaN if a product is not finite
   */
  public static Eigenvalue largest(
      BiConsumer<double[], double[]> product, double[] start, double tolerance, int most) {
    double[] diagonal = new double[most];
    double[] offDiagonal = new double[most];
    double[] unit = start;
    double[] before = new double[start.length];
    double[] next = new double[start.length];
    scale(unit, 1 / norm(unit));
    double beta = 0;
    for (int k = 0; ; k++) {
      Deadline.check();
      product.accept(unit, next);
      double alpha = dot(unit, next);
      for (int i = 0; i < next.length; i++) {
        next[i] -= alpha * unit[i] + beta * before[i];
      }
      beta = norm(next);
      diagonal[k] = alpha;
      offDiagonal[k] = beta;
      if (!Double.isFinite(beta) || !Double.isFinite(alpha)) {
        return new Eigenvalue(Double.NaN, Double.NaN);
      }
      boolean last = k + 1 == most || k + 1 == start.length || beta == 0;
      if (last || (k + 1) % LOOK == 0) {
        Eigenvalue found = ritz(diagonal, offDiagonal, k + 1);
        if (last || found.error <= tolerance * Math.abs(found.value)) {
          return found;
        }
      }
      double[] free = before;
      before = unit;
      unit = next;
      next = free;
      scale(unit, 1 / beta);
    }
  }

  private static Eigenvalue ritz(double[] diagonal, double[] offDiagonal, int size) {
    Tridiagonal greatest = Tridiagonal.greatest(diagonal, offDiagonal, size);
    return new Eigenvalue(greatest.value(), offDiagonal[size - 1] * greatest.last());
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double norm(double[] a) {
    return Math.sqrt(dot(a, a));
  }

  private static void scale(double[] a, double factor) {
    for (int i = 0; i < a.length; i++) {
      a[i] *= factor;
    }
  }
}
