package org.basin.kernel.doubles;

import org.basin.kernel.DenseShape;

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
