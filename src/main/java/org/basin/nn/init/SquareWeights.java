package org.basin.nn.init;

import org.basin.nn.Shape;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/** Checks weights for initialisers that need square ones. */
final class SquareWeights {

  private SquareWeights() {}

  /**
   * Checks that a weight is square.
   *
   * @param init the initialiser's settings
   * @throws SpecException if it is not square
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
}
