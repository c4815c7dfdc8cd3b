package org.basin.kernel.doubles.vector;

import org.basin.kernel.DenseShape;
import org.basin.kernel.doubles.DenseLanes;

/** Dense networks by products of our own, by vectors. */
public final class VectorDense extends DenseLanes {

  /**
   * Makes room for lanes.
   *
   * @param lanes so many
   */
  public VectorDense(DenseShape shape, int lanes) {
    super(shape, lanes, new VectorProducts());
  }
}
