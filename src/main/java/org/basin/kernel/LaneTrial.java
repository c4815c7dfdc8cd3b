package org.basin.kernel;

import java.util.Collections;
import java.util.List;
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
 * @param update the update, whose terms are those of the kernel's shape
 * @param stepScales the factor on the step size of each tensor
 */
public record LaneTrial(
    Parameters parameters,
    Matrix inputs,
    Matrix labels,
    UpdateForm update,
    List<Double> stepScales) {

  /** Makes the start of a trial whose tensors have the same step size. */
  public LaneTrial(Parameters parameters, Matrix inputs, Matrix labels, UpdateForm update) {
    this(parameters, inputs, labels, update, Collections.nCopies(parameters.count(), 1.0));
  }

  /**
   * Makes the start of a trial whose optimiser a kernel can replace.
   *
   * @throws IllegalArgumentException if the optimiser has no form
   */
  public static LaneTrial of(
      Optimiser optimiser, Parameters parameters, Matrix inputs, Matrix labels) {
    return new LaneTrial(
        parameters,
        inputs,
        labels,
        optimiser.form().orElseThrow(() -> new IllegalArgumentException("an update without form")),
        parameters.shapes().stream().map(optimiser::stepScale).toList());
  }

  /** μ of gradient descent, in [0, 1). */
  public double momentum() {
    return ((UpdateForm.Descent) update).momentum();
  }

  /** λ of gradient descent, ≥ 0. */
  public double weightDecay() {
    return ((UpdateForm.Descent) update).weightDecay();
  }
}
