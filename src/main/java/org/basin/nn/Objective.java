package org.basin.nn;

/** A loss as a function of a model's parameters. One lane owns it, and it may keep a workspace. */
public interface Objective {

  /** The loss. */
  double value(Parameters parameters);

  /**
   * The loss and its gradient.
   *
   * @param gradient overwritten; the tensors that are not trained become zero
   * @return the same value as {@link #value}, to the last bit
   */
  double gradient(Parameters parameters, Parameters gradient);
}
