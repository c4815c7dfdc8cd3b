package org.basin.linalg;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/** The singular values of a matrix. */
public final class SingularValues {

  /** About how often each element is read, for each row or column, whichever are fewer. */
  private static final double REDUCED = 3;

  /** The same for a square of as many rows, to which the matrix is then reduced. */
  private static final double ITERATED = 10;

  /** The values in descending order; empty if the matrix has an element that is not finite. */
  private final double[] values;

  private SingularValues(double... values) {
    this.values = values;
  }

  public static SingularValues of(Matrix matrix) {
    if (!Arrays.stream(matrix.data()).allMatch(Double::isFinite)) {
      return new SingularValues();
    }
    double[][] rows = new double[matrix.rows()][matrix.columns()];
    for (int r = 0; r < rows.length; r++) {
      for (int c = 0; c < rows[r].length; c++) {
        rows[r][c] = matrix.get(r, c);
      }
    }
    return new SingularValues(
        new SingularValueDecomposition(new Array2DRowRealMatrix(rows, false)).getSingularValues());
  }

  /** About how many numbers it reads one by one, from which cost is predicted. */
  public static double elements(double rows, double columns) {
    double fewer = Math.min(rows, columns);
    return fewer * (REDUCED * rows * columns + ITERATED * fewer * fewer);
  }

  /**
   * The effective rank exp(−Σ p ln p), with p = σ/Σσ. It is between 1 and the rank, and equals the
   * rank where all nonzero σ are equal. Roy &amp; Vetterli (2007), "The effective rank". NaN if the
   * matrix is zero or has an element that is not finite.
   */
  public double effectiveRank() {
    double sum = Arrays.stream(values).sum();
    double entropy = values.length == 0 ? Double.NaN : 0;
    for (double value : values) {
      double p = value / sum;
      entropy -= p == 0 ? 0 : p * Math.log(p);
    }
    return Math.exp(entropy);
  }

  /**
   * The stable rank ‖A‖_F² / ‖A‖₂². It is between 1 and the rank, and small σ hardly change it.
   * Rudelson &amp; Vershynin (2007). NaN if the matrix is zero or has an element that is not
   * finite.
   */
  public double stableRank() {
    double squares = 0;
    for (double value : values) {
      squares += value * value;
    }
    return values.length == 0 ? Double.NaN : squares / (values[0] * values[0]);
  }
}
