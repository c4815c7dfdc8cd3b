package org.basin.data;

import org.basin.linalg.Matrix;

/**
 * Inputs and their labels.
 *
 * @param inputs (inputs × examples), one example per column; not to be modified
 * @param labels (outputs × examples); not to be modified
 */
public record Examples(Matrix inputs, Matrix labels) {

  public Examples {
    if (inputs.columns() != labels.columns()) {
      throw new IllegalArgumentException(inputs + " inputs, " + labels + " labels");
    }
  }

  /** How many. */
  public int size() {
    return inputs.columns();
  }
}
