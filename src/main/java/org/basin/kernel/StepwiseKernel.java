package org.basin.kernel;

import org.basin.linalg.StepExamples;

/**
 * A kernel that takes one step at a time, on examples that the caller gives and that may differ
 * between steps and lanes. A step is a call of {@link #examples}, any number of calls of {@link
 * #evaluate}, and a call of {@link #update}.
 *
 * <p>Lanes with the same examples ({@link StepExamples#sharesMemoryWith}) also share them in the
 * kernel, which is faster. Their numbers are the same to the last bit as those of lanes with
 * separate copies.
 */
public non-sealed interface StepwiseKernel extends Kernel {

  /**
   * Sets the examples of the next evaluations.
   *
   * @param used the number of lanes, from lane 0, that are needed
   * @param examples the examples of each lane, whose labels are one number, with the same count for
   *     all lanes; neither the kernel nor others may modify them until {@link #update} has used
   *     them
   */
  void examples(int used, StepExamples[] examples);

  /**
   * Computes the gradients at the current parameters, which {@link #update} needs, and the losses
   * or bounds of them. The gradients do not depend on {@code exact}.
   *
   * @param used the number of lanes, from lane 0, that are needed
   * @param exact whether the losses themselves are needed; bounds cost less
   * @param least a lower bound of each lane's loss; overwritten
   * @param greatest an upper bound of each lane's loss; equal to {@code least} if exact; NaN if the
   *     loss may be NaN; overwritten
   */
  void evaluate(int used, boolean exact, double[] least, double[] greatest);

  /**
   * Takes the step that was evaluated. Lanes may have been moved since.
   *
   * @param used the number of lanes, from lane 0, that are needed
   * @param stepSizes the step size of each lane
   */
  void update(int used, double[] stepSizes);
}
