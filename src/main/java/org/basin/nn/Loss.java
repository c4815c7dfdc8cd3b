package org.basin.nn;

import java.util.Optional;
import org.basin.linalg.Matrix;

/** A loss over a set of examples, with its reduction (sum, half sum, mean). Stateless. */
public interface Loss {

  /**
   * The loss.
   *
   * @param outputs (outputs × examples); not modified
   * @param labels (outputs × examples); not modified
   */
  double value(Matrix outputs, Matrix labels);

  /**
   * The loss, and its derivative with respect to each output.
   *
   * @param outputGradient (outputs × examples); overwritten
   * @return the same value as {@link #value}, to the last bit
   */
  double gradient(Matrix outputs, Matrix labels, Matrix outputGradient);

  /**
   * The weight of the loss of some of the examples in the loss of all: 1 for a sum, their fraction
   * for a mean.
   *
   * @param examples the number of the examples
   * @param all the number of all examples
   */
  double share(int examples, int all);

  /** Which loss it is, where that has a name; the default is none. */
  default Optional<LossForm> form() {
    return Optional.empty();
  }

  /**
   * Checks that this loss is defined for the labels.
   *
   * @param labels (outputs × examples); not modified
   * @throws org.basin.settings.SpecException if it is not defined for one of them
   */
  default void check(Matrix labels) {}
}
