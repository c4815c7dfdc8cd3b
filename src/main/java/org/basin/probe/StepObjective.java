package org.basin.probe;

import org.basin.nn.Objective;
import org.basin.nn.Parameters;

/** The loss that a step descends, passed as training passes are. */
public interface StepObjective extends Objective {

  /**
   * Takes into the tensors that are not trained what the last evaluation leaves there: the running
   * moments of a batch normalisation. Other models leave nothing.
   */
  void commit(Parameters parameters);
}
