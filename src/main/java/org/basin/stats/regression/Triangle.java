package org.basin.stats.regression;

/**
 * The triangular factor of a least-squares problem, to which rows are added one by one by Givens
 * rotations. It never forms the normal equations, which would lose half of the digits. Gentleman
 * (1973), J. Inst. Maths Applics 12:329.
 */
final class Triangle {

  /** A diagonal that is this small, compared with its column's norm, means dependent columns. */
  private static final double DEPENDENT = 1e-10;

  private final int size;
  private final double[][] factor;
  private final double[] right;
  private final double[] norms;

  /** An empty problem of {@code size} regressors. */
  Triangle(int size) {
    this.size = size;
    this.factor = new double[size][size];
    this.right = new double[size];
    this.norms = new double[size];
  }

  /** Adds the equation row · β = {@code y}. The row is not modified. */
  void add(double[] row, double y) {
    double[] rest = row.clone();
    double restRight = y;
    for (int j = 0; j < size; j++) {
      norms[j] = Math.hypot(norms[j], row[j]);
      if (rest[j] == 0) {
        continue;
      }
      double length = Math.hypot(factor[j][j], rest[j]);
      double cos = factor[j][j] / length;
      double sin = rest[j] / length;
      for (int k = j; k < size; k++) {
        double above = factor[j][k];
        factor[j][k] = cos * above + sin * rest[k];
        rest[k] = cos * rest[k] - sin * above;
      }
      double above = right[j];
      right[j] = cos * above + sin * restRight;
      restRight = cos * restRight - sin * above;
    }
  }

  boolean isRegular() {
    for (int j = 0; j < size; j++) {
      if (!(Math.abs(factor[j][j]) > DEPENDENT * norms[j])) {
        return false;
      }
    }
    return true;
  }

  /** The least-squares solution; not finite unless {@link #isRegular}. */
  double[] solution() {
    double[] solution = right.clone();
    for (int j = size - 1; j >= 0; j--) {
      for (int k = j + 1; k < size; k++) {
        solution[j] -= factor[j][k] * solution[k];
      }
      solution[j] /= factor[j][j];
    }
    return solution;
  }

  /** (XᵀX)⁻¹ = R⁻¹ R⁻ᵀ. */
  double[][] inverseGram() {
    double[][] inverse = new double[size][size];
    for (int column = 0; column < size; column++) {
      inverse[column][column] = 1 / factor[column][column];
      for (int j = column - 1; j >= 0; j--) {
        double sum = 0;
        for (int k = j + 1; k <= column; k++) {
          sum += factor[j][k] * inverse[k][column];
        }
        inverse[j][column] = -sum / factor[j][j];
      }
    }
    double[][] gram = new double[size][size];
    for (int j = 0; j < size; j++) {
      for (int k = 0; k < size; k++) {
        for (int m = Math.max(j, k); m < size; m++) {
          gram[j][k] += inverse[j][m] * inverse[k][m];
        }
      }
    }
    return gram;
  }
}
