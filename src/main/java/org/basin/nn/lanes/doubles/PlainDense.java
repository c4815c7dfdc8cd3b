package org.basin.nn.lanes.doubles;

import org.basin.nn.lanes.DenseShape;

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
