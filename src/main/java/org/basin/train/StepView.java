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
 * A trial as its probes see it, and the evaluation of its steps. Probes get the loss and the
 * gradient that a full-batch step computes anyway. Everything else is computed on first use in a
 * step and kept for that step.
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
   * Makes a view.
   *
   * @param parameters the trial's parameters, which are updated in place from now on
   * @param batch the loss that a step descends; null if it is the whole loss
   */
  StepView(TrialParts parts, Parameters parameters, Objective batch) {
    this.parts = parts;
    this.parameters = parameters;
    this.initial = parameters.copy();
    this.whole = parts.wholeLoss();
    this.batch = batch;
  }

  /**
   * Evaluates loss and gradient at {@code step} with the current parameters.
   *
   * @return the loss that the step descends: that of the minibatch, or of all examples for a
   *     full-batch trial
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
   * Uses a loss that was evaluated elsewhere as the loss that the step descends. It must belong to
   * the same parameters and, for a minibatch, to the same examples.
   */
  void useLoss(long step, double loss) {
    this.step = step;
    outputs = null;
    descendsWhole = false;
    stepLoss = loss;
    wholeLoss = loss;
    lossKnown = batch == null;
    gradientKnown = false;
    stepGradientKnown = false;
  }

  /**
   * Returns the gradient of the loss that {@link #evaluate} returned. The optimiser may overwrite
   * it.
   */
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
      // The gradient of this step computes the same outputs, but a probe may ask for them earlier.
      outputs = set.outputs(parameters);
    }
    return outputs;
  }
}
