package org.basin.kernel;

import org.basin.linalg.Matrix;
import org.basin.nn.Optimiser;
import org.basin.nn.Parameters;
import org.basin.nn.UpdateForm;

/**
 * What a lane starts from.
 *
 * @param parameters at step 0; not modified
 * @param inputs (inputs × examples); not modified; null for a {@link StepwiseKernel}
 * @param labels (outputs × examples); likewise
 * @param momentum μ in [0, 1)
 * @param weightDecay λ ≥ 0
 */
public record LaneTrial(
    Parameters parameters, Matrix inputs, Matrix labels, double momentum, double weightDecay) {

  /**
   * The trial of an optimiser that a kernel can take the place of.
   *
   * @throws IllegalArgumentException if it makes no update of gradient descent
   */
  public static LaneTrial of(
      Optimiser optimiser, Parameters parameters, Matrix inputs, Matrix labels) {
    if (optimiser.form().orElse(null) instanceof UpdateForm.Descent descent) {
      return new LaneTrial(parameters, inputs, labels, descent.momentum(), descent.weightDecay());
    }
    throw new IllegalArgumentException("a kernel descends gradients");
  }
}
