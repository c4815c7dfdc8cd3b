package org.basin.kernel.doubles;

/** A sum of loss terms over examples, and its derivative with respect to the outputs. */
public interface LaneLoss {

  /**
   * Adds the terms of some examples to a sum, and replaces the outputs by the derivatives of the
   * terms times a factor. An example's outputs are adjacent, and each is a vector of lanes.
   *
   * @param outputs (outputs × examples) from index 0; overwritten with the derivatives
   * @param labels (outputs × examples), from index {@code at}
   * @param examples the number of examples
   * @param factor the factor on the derivatives
   * @param sum the sum of each lane, to which the terms are added
   */
  void add(LaneArray outputs, LaneArray labels, int at, int examples, double factor, double[] sum);
}
