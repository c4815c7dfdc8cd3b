package org.basin.kernel;

import org.basin.linalg.Matrix;
import org.basin.nn.Optimiser;
import org.basin.nn.Parameters;
import org.basin.nn.UpdateForm;

/**
 * The start of a lane's trial.
 *
 * @param parameters the parameters at step 0; not modified
 * @param inputs the training inputs (features × examples); not modified; null for a {@link
 *     StepwiseKernel}
 * @param labels the labels (outputs × examples); not modified; null for a {@link StepwiseKernel}
 * @param momentum μ in [0, 1)
 * @param weightDecay λ ≥ 0
 */
public record LaneTrial(
    Parameters parameters, Matrix inputs, Matrix labels, double momentum, double weightDecay) {

  /**
   * Makes the start of a trial whose optimiser a kernel can replace.
   *
   * @throws IllegalArgumentException if the optimiser's update is not gradient descent
   */
  public static LaneTrial of(
      Optimiser optimiser, Parameters parameters, Matrix inputs, Matrix labels) {
    if (optimiser.form().orElse(null) instanceof UpdateForm.Descent descent) {
      return new LaneTrial(parameters, inputs, labels, descent.momentum(), descent.weightDecay());
    }
    throw new IllegalArgumentException("a kernel needs an update of gradient descent");
  }
}
