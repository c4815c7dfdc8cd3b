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
   * The loss, and its derivative by each output.
   *
   * @param outputGradient (outputs × examples); overwritten
   * @return the same value as {@link #value}, to the bit
   */
  double gradient(Matrix outputs, Matrix labels, Matrix outputGradient);

  /**
   * What the loss of some of the examples counts for in the loss of all: 1 for a sum, their share
   * for a mean.
   *
   * @param examples how many of them
   * @param all how many there are
   */
  double share(int examples, int all);

  /** Which loss it is, where that has a name; the default is none. */
  default Optional<LossForm> form() {
    return Optional.empty();
  }

  /**
   * Checks that labels are what this loss is defined for.
   *
   * @param labels (outputs × examples); not modified
   * @throws org.basin.settings.SpecException if one is not
   */
  default void check(Matrix labels) {}
}
