package org.basin.nn;

import org.basin.nn.lanes.LaneShape;
import org.basin.nn.lanes.LaneTrial;
import org.basin.nn.lanes.Precision;
import org.basin.nn.lanes.SquaredReluShape;

/**
 * Which trials are trained side by side by a kernel of {@code nn.lanes}, and which by themselves
 * through jblas. What decides is the trial's own: its model, loss, optimiser and shapes.
 */
public final class Lanes {

  /** Inputs of more features are left to jblas. */
  private static final int MOST_FEATURES = 8;

  /** Larger sets are passed in blocks by jblas. */
  private static final int MOST_EXAMPLES = 1024;

  private Lanes() {}

  /**
   * The shape of a trial that descends the loss over a training set.
   *
   * @param examples of the set
   * @return null if no kernel trains it
   */
  public static LaneShape shape(
      Model model, Loss loss, Optimiser optimiser, int examples, Precision precision) {
    if (model instanceof SquaredRelu network
        && loss instanceof SquaredLoss squared
        && optimiser instanceof GradientDescent descent
        && descent.minibatch() == null
        && model.inputs() <= MOST_FEATURES
        && examples >= 1
        && examples <= MOST_EXAMPLES) {
      return new SquaredReluShape(
          model.inputs(),
          network.neurons(),
          examples,
          squared.reduction().factor(examples),
          descent.rule(),
          precision);
    }
    return null;
  }

  /** A trial for a kernel of its {@link #shape}. */
  public static LaneTrial trial(
      Optimiser optimiser, Parameters parameters, Matrix inputs, Matrix labels) {
    GradientDescent descent = (GradientDescent) optimiser;
    return new LaneTrial(parameters, inputs, labels, descent.momentum(), descent.weightDecay());
  }
}
