package org.basin.probe;

import org.basin.data.Data;
import org.basin.linalg.Matrix;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.Optimiser;
import org.basin.nn.Parameters;

/**
 * What a probe can read of a running trial; a probe must not change it. Costly values are computed
 * at most once per step, on first use, in separate workspaces.
 */
public interface TrialView {

  /** The number of updates made so far. */
  long step();

  Model model();

  Loss lossFunction();

  Data data();

  Optimiser optimiser();

  /** The current parameters; must not be modified. */
  Parameters parameters();

  /** The parameters at step 0; must not be modified. */
  Parameters initialParameters();

  /** The loss over the whole training set or the population; NaN if neither is known. */
  double loss();

  /**
   * The loss that the step minimises: the minibatch's loss, or {@link #loss} in a full-batch trial.
   * If the model trains on batches, it uses the batch's own moments.
   */
  double batchLoss();

  /** The gradient of {@link #loss}, or of {@link #batchLoss} if the loss is not known. */
  Parameters gradient();

  /**
   * The outputs on the whole training set (outputs × examples); null if there is no training set.
   */
  Matrix trainingOutputs();
}
