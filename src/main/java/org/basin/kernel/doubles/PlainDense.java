package org.basin.kernel.doubles;

import org.basin.kernel.DenseShape;

/** Dense networks by products of our own, in plain Java. */
public final class PlainDense extends DenseLanes {

  /**
   * Makes room for lanes.
   *
   * @param lanes so many
   */
  public PlainDense(DenseShape shape, int lanes) {
    super(shape, lanes, new PlainProducts());
  }
}
