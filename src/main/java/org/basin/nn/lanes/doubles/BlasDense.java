package org.basin.nn.lanes.doubles;

import org.basin.nn.lanes.DenseShape;

/** Dense networks by OpenBLAS's products. */
public final class BlasDense extends DenseLanes {

  /**
   * Makes room for lanes.
   *
   * @param lanes so many
   */
  public BlasDense(DenseShape shape, int lanes) {
    super(shape, lanes, new BlasProducts());
  }
}
