package org.basin.train;

import org.basin.data.Data;
import org.basin.linalg.Matrix;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.Objective;
import org.basin.nn.Optimiser;
import org.basin.nn.Parameters;
import org.basin.probe.SetObjective;
import org.basin.probe.TrialView;

/**
 * A lane's trial as its probes see it, and the lane's own evaluation of each step. What a
 * full-batch step computes anyway (loss, gradient) is handed on; the rest is computed on first use
 * in a step and kept for that step.
 */
final class StepView implements TrialView {

  private final TrialParts parts;
  private final Parameters parameters;
  private final Parameters initial;
  private final Objective whole;
  private final Objective batch;
  private Parameters stepGradient;
  private Parameters wholeGradient;
  private long step = -1;
  private double stepLoss;
  private double wholeLoss;
  private Matrix outputs;
  private boolean descendsWhole;
  private boolean lossKnown;
  private boolean gradientKnown;
  private boolean stepGradientKnown;

  /**
   * @param parameters the lane's, from here on updated in place
   * @param batch the loss that a step descends; null if that is the whole loss
   */
  StepView(TrialParts parts, Parameters parameters, Objective batch) {
    this.parts = parts;
    this.parameters = parameters;
    this.initial = parameters.copy();
    this.whole = parts.wholeLoss();
    this.batch = batch;
  }

  /**
   * Evaluates loss and gradient at {@code step}, with the parameters as they now are.
   *
   * @return the loss the step descends: the minibatch's, or a full-batch trial's
   */
  double evaluate(long step) {
    this.step = step;
    outputs = null;
    if (stepGradient == null) {
      stepGradient = new Parameters(parts.model().shapes());
    }
    descendsWhole = batch == null;
    stepLoss = (descendsWhole ? whole : batch).gradient(parameters, stepGradient);
    stepGradientKnown = true;
    wholeLoss = stepLoss;
    lossKnown = descendsWhole;
    gradientKnown = descendsWhole;
    return stepLoss;
  }

  /**
   * Takes over the loss that the step descends, evaluated elsewhere at the same parameters and, for
   * a minibatch's, on the same examples.
   */
  void know(long step, double loss) {
    this.step = step;
    outputs = null;
    descendsWhole = false;
    stepLoss = loss;
    wholeLoss = loss;
    lossKnown = batch == null;
    gradientKnown = false;
    stepGradientKnown = false;
  }

  /** The gradient of what {@link #evaluate} returned; the optimiser may overwrite it. */
  Parameters stepGradient() {
    return stepGradient;
  }

  @Override
  public long step() {
    return step;
  }

  @Override
  public Model model() {
    return parts.model();
  }

  @Override
  public Loss lossFunction() {
    return parts.loss();
  }

  @Override
  public Data data() {
    return parts.data();
  }

  @Override
  public Optimiser optimiser() {
    return parts.optimiser();
  }

  @Override
  public Parameters parameters() {
    return parameters;
  }

  @Override
  public Parameters initialParameters() {
    return initial;
  }

  @Override
  public double loss() {
    if (whole == null) {
      return Double.NaN;
    }
    if (!lossKnown) {
      wholeLoss = whole.value(parameters);
      lossKnown = true;
    }
    return wholeLoss;
  }

  @Override
  public double batchLoss() {
    return stepLoss;
  }

  @Override
  public Parameters gradient() {
    if (descendsWhole || whole == null) {
      if (!stepGradientKnown) {
        stepGradient = stepGradient == null ? new Parameters(parts.model().shapes()) : stepGradient;
        batch.gradient(parameters, stepGradient);
        stepGradientKnown = true;
      }
      return stepGradient;
    }
    if (!gradientKnown) {
      if (wholeGradient == null) {
        wholeGradient = new Parameters(parts.model().shapes());
      }
      double value = whole.gradient(parameters, wholeGradient);
      wholeLoss = lossKnown ? wholeLoss : value;
      lossKnown = true;
      gradientKnown = true;
    }
    return wholeGradient;
  }

  @Override
  public Matrix trainingOutputs() {
    if (outputs == null && whole instanceof SetObjective set) {
      // The pass of this step's gradient left the same outputs, but a probe may ask before it.
      outputs = set.outputs(parameters);
    }
    return outputs;
  }
}
