package org.basin.kernel.doubles;

/** The update of an optimiser over the elements of tensors, in every lane. */
public interface LaneUpdate {

  /**
   * Updates elements of the weights, and of the optimiser's state, by their gradients.
   *
   * @param at the index of lane 0 of the first element
   * @param end the index after the last element
   * @param stepSize the step size of each lane
   */
  void move(LaneState state, int at, int end, double[] stepSize);
}
