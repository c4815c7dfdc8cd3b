package org.basin.kernel;

import org.basin.linalg.StepExamples;

/**
 * A kernel that takes one step at a time, on examples that are given for it and may differ by step
 * and by lane. A step is {@link #examples}, {@link #evaluate} as often as need be, and {@link
 * #update}.
 *
 * <p>Lanes with the same examples ({@link StepExamples#areThose}) share them in the kernel too,
 * which is quicker; their numbers are the same to the bit as those of lanes with copies of their
 * own.
 */
public non-sealed interface StepwiseKernel extends Kernel {

  /**
   * Sets the examples of the evaluations to come.
   *
   * @param used lanes from 0 that are wanted
   * @param examples by lane, of labels of one number, as many for each; not modified, neither by
   *     the kernel nor by others until {@link #update} has used them
   */
  void examples(int used, StepExamples[] examples);

  /**
   * The gradients at the parameters as they stand, which {@link #update} will need, and what is
   * known of the losses there. The gradients are the same whether losses are exact or not.
   *
   * @param used lanes from 0 that are wanted
   * @param exact whether the losses themselves are wanted; bounds cost less
   * @param least by lane, no more than the loss; overwritten
   * @param greatest by lane, no less than the loss; the same as {@code least} if exact; NaN where
   *     the loss may be no number; overwritten
   */
  void evaluate(int used, boolean exact, double[] least, double[] greatest);

  /**
   * Takes the step that was evaluated. Lanes may have been moved since.
   *
   * @param used lanes from 0 that are wanted
   * @param stepSizes by lane
   */
  void update(int used, double[] stepSizes);
}
