package org.basin.linalg;

/**
 * The largest eigenvalue of a symmetric tridiagonal matrix and the last entry of its eigenvector.
 * The Lanczos process produces such matrices. The time is proportional to the matrix's size. The
 * eigenvalue is found by bisection with Sturm's count (Golub &amp; Van Loan 2013, Section 8.4). The
 * eigenvector comes from a twisted factorisation (Parlett &amp; Dhillon 1997), which keeps small
 * entries accurate too.
 *
 * @param value the largest eigenvalue, to rounding; NaN if an element is not finite
 * @param last the magnitude of the last entry of the unit eigenvector, in [0, 1]
 */
public record Tridiagonal(double value, double last) {

  /**
   * Computes both for the leading size × size part of a matrix.
   *
   * @param diagonal the diagonal α₁, α₂, …; not modified
   * @param beside the off-diagonal β₁, β₂, …, where βᵢ couples αᵢ and αᵢ₊₁; not modified
   * @param size the size of the part, ≥ 1
   */
  public static Tridiagonal greatest(double[] diagonal, double[] beside, int size) {
    double value = eigenvalue(diagonal, beside, size);
    return new Tridiagonal(value, lastComponent(diagonal, beside, size, value));
  }

  /** Bisects Gershgorin's interval until its ends are two neighbouring floating-point numbers. */
  private static double eigenvalue(double[] diagonal, double[] beside, int size) {
    double low = diagonal[0];
    double high = diagonal[0];
    for (int i = 0; i < size; i++) {
      double reach =
          (i > 0 ? Math.abs(beside[i - 1]) : 0) + (i < size - 1 ? Math.abs(beside[i]) : 0);
      low = Math.max(low, diagonal[i]); // A diagonal element is a Rayleigh quotient.
      high = Math.max(high, diagonal[i] + reach);
    }
    if (!Double.isFinite(high)) {
      return Double.NaN;
    }
    while (true) {
      double middle = low + (high - low) / 2;
      if (!(low < middle && middle < high)) {
        return high;
      }
      if (isAbove(diagonal, beside, size, middle)) {
        high = middle;
      } else {
        low = middle;
      }
    }
  }

  /** Whether {@code bound} is above every eigenvalue: all pivots of T − bound I are negative. */
  private static boolean isAbove(double[] diagonal, double[] beside, int size, double bound) {
    double pivot = diagonal[0] - bound;
    for (int i = 1; i < size && pivot < 0; i++) {
      pivot = diagonal[i] - bound - beside[i - 1] * beside[i - 1] / pivot;
    }
    return pivot < 0;
  }

  /**
   * Finds the index where the pivots of T − θI from above and from below meet, at which the
   * eigenvector is large, and computes the entries from there towards both ends.
   */
  private static double lastComponent(double[] diagonal, double[] beside, int size, double value) {
    double[] above = new double[size];
    double[] below = new double[size];
    above[0] = diagonal[0] - value;
    below[size - 1] = diagonal[size - 1] - value;
    for (int i = 1; i < size; i++) {
      above[i] = diagonal[i] - value - beside[i - 1] * beside[i - 1] / nonzero(above[i - 1]);
      int j = size - 1 - i;
      below[j] = diagonal[j] - value - beside[j] * beside[j] / nonzero(below[j + 1]);
    }
    int twist = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < size; i++) {
      double meeting = Math.abs(above[i] + below[i] - (diagonal[i] - value));
      if (meeting < least) {
        least = meeting;
        twist = i;
      }
    }
    double squares = 1;
    double component = 1;
    for (int i = twist - 1; i >= 0; i--) {
      component *= -beside[i] / nonzero(above[i]);
      squares += component * component;
    }
    component = 1;
    for (int i = twist + 1; i < size; i++) {
      component *= -beside[i - 1] / nonzero(below[i]);
      squares += component * component;
    }
    return Math.abs(component) / Math.sqrt(squares);
  }

  private static double nonzero(double pivot) {
    return pivot == 0 ? Double.MIN_NORMAL : pivot;
  }
}
