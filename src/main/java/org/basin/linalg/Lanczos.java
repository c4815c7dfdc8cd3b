package org.basin.linalg;

import java.util.function.BiConsumer;

/**
 * The largest eigenvalue of a symmetric operator known by its products alone: Lanczos (1950), three
 * vectors in memory. Without reorthogonalisation eigenvalues may come twice, which leaves the
 * largest as it is (Paige 1972).
 */
public final class Lanczos {

  /** Products between two looks at the tridiagonal matrix. */
  private static final int LOOK = 4;

  /**
   * What was found.
   *
   * @param value the largest Ritz value; an eigenvalue is within {@code error} of it
   * @param error β·|s|, the residual of its Ritz vector
   */
  public record Eigenvalue(double value, double error) {}

  private Lanczos() {}

  /**
   * The largest eigenvalue, the greatest itself and not its magnitude.
   *
   * @param product sets its second argument to the operator times its first, a unit vector
   * @param start of any norm but 0; overwritten
   * @param tolerance ends when the error is at most this share of the value
   * @param most products at most, ≥ 1
   * @return NaN if a product is not finite
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
