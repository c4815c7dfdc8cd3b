package org.basin.probe;

import org.basin.nn.Objective;
import org.basin.nn.Parameters;

/** The loss that a step minimises, computed in training passes. */
public interface StepObjective extends Objective {

  /**
   * Updates the tensors that are not trained from the last evaluation: the running moments of a
   * batch normalisation. For other models it does nothing.
   */
  void commit(Parameters parameters);
}
