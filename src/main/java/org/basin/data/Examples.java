package org.basin.data;

import org.basin.linalg.Matrix;

/**
 * A set of inputs and their labels. *
 *
 * @param inputs (inputs × examples), one example per column; must not be modified
 * @param labels (outputs × examples); must not be modified
 */
public record Examples(Matrix inputs, Matrix labels) {

  public Examples {
    if (inputs.columns() != labels.columns()) {
      throw new IllegalArgumentException(inputs + " inputs, " + labels + " labels");
    }
  }

  /** The number of examples. */
  public int size() {
    return inputs.columns();
  }
}
