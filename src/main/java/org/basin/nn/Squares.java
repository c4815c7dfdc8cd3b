package org.basin.nn;

import org.basin.plan.Section;
import org.basin.plan.SpecException;

/** Square matrices. */
final class Squares {

  private Squares() {}

  /**
   * Checks that a weight is square.
   *
   * @param init the initialiser's settings
   * @throws SpecException if it is not
   */
  static void check(Section init, Shape shape) {
    if (shape.rows() != shape.columns()) {
      throw new SpecException(
          init.path() + ".kind",
          "is "
              + init.kind()
              + ", which needs square weights, but "
              + shape.name()
              + " is "
              + shape.rows()
              + " x "
              + shape.columns());
    }
  }

  /** W ← W + {@code value}·I. */
  static void addToDiagonal(Matrix square, double value) {
    double[] data = square.data();
    for (int i = 0; i < data.length; i += square.rows() + 1) {
      data[i] += value;
    }
  }
}
