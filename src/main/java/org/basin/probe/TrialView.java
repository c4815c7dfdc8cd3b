package org.basin.probe;

import org.basin.data.Data;
import org.basin.linalg.Matrix;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.Optimiser;
import org.basin.nn.Parameters;

/**
 * What a probe sees of a running trial: read-only by contract. Costly values are computed at most
 * once a step, on first use, in workspaces of their own.
 */
public interface TrialView {

  /** Updates made so far. */
  long step();

  Model model();

  Loss lossFunction();

  Data data();

  Optimiser optimiser();

  /** The current parameters; not to be modified. */
  Parameters parameters();

  /** The parameters at step 0; not to be modified. */
  Parameters initialParameters();

  /** The loss over the whole training set or the population; NaN where neither is known. */
  double loss();

  /**
   * The loss that the step descends: the minibatch's, or for a full-batch trial {@link #loss},
   * taken by the batch's own moments where the model trains on batches.
   */
  double batchLoss();

  /** The gradient of {@link #loss}; of {@link #batchLoss} where the loss is not known. */
  Parameters gradient();

  /** Outputs on the whole training set (outputs × examples); null if there is none. */
  Matrix trainingOutputs();
}
