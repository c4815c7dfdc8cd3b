package org.basin.nn;

/** A loss as a function of a model's parameters. Owned by one lane; may keep a workspace. */
public interface Objective {

  /** The loss. */
  double value(Parameters parameters);

  /**
   * The loss and its gradient.
   *
   * @param gradient overwritten; tensors that are not trained get zeros
   * @return the same value as {@link #value}, to the bit
   */
  double gradient(Parameters parameters, Parameters gradient);
}
