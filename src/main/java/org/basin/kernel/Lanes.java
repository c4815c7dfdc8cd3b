package org.basin.kernel;

import java.util.List;
import org.basin.linalg.Matrix;
import org.basin.linalg.Precision;
import org.basin.nn.Activation;
import org.basin.nn.DenseLayer;
import org.basin.nn.Loss;
import org.basin.nn.Minibatch;
import org.basin.nn.Model;
import org.basin.nn.Optimiser;
import org.basin.nn.Parameters;
import org.basin.nn.activation.Relu;
import org.basin.nn.loss.LogisticLoss;
import org.basin.nn.loss.Reduction;
import org.basin.nn.loss.SquaredLoss;
import org.basin.nn.model.DeepLinear;
import org.basin.nn.model.FullyConnected;
import org.basin.nn.model.ResidualTwoLayer;
import org.basin.nn.model.SquaredRelu;
import org.basin.nn.optimiser.GradientDescent;

/**
 * Which trials are trained side by side by a kernel of {@code kernel}, and which by themselves
 * through jblas. What decides is the trial's own: its model, loss, optimiser and shapes, never its
 * batch. All kernels train by gradient descent, with momentum and weight decay or without, and by
 * no other rule, no clipping and no penalty.
 *
 * <ul>
 *   <li>{@code squared-relu} under {@code squared}, full batch, inputs of at most 8 features, at
 *       most 1024 examples.
 *   <li>{@code deep-linear} of one output under {@code logistic}, full batch, minibatches or fresh
 *       samples: at most 128 features and layers 32 wide, and 2¹⁸ numbers in the inputs of a step.
 *       Every depth: a pass over the examples needs the product of the layers alone.
 * </ul>
 *
 * <p>Within these limits a full vector of lanes was measured to be as quick as jblas at least, with
 * examples of its own for each lane; at the limits, what is left of the gain is little.
 */
public final class Lanes {

  /** Inputs of more features are left to jblas. */
  private static final int MOST_FEATURES = 8;

  /** Larger sets are passed in blocks by jblas. */
  private static final int MOST_EXAMPLES = 1024;

  /** Deep linear networks with more features or wider layers are left to jblas. */
  private static final int MOST_INPUTS = 128;

  private static final int MOST_WIDTH = 32;

  /** Of the inputs of a step: a lane with examples of its own needs as much room. */
  private static final int MOST_NUMBERS = 1 << 18;

  /** A network of fewer is trained by its model: between the products it does as well. */
  private static final int FEWEST_WEIGHTS = 4096;

  private Lanes() {}

  /**
   * The shape of a trial that descends the loss over a training set, or over minibatches.
   *
   * @param set examples of the training set; 0 for fresh samples
   * @return null if no kernel trains it
   */
  public static LaneShape shape(
      Model model, Loss loss, Optimiser optimiser, int set, Precision precision) {
    if (optimiser instanceof GradientDescent descent) {
      if (model instanceof SquaredRelu network && loss instanceof SquaredLoss squared) {
        return shape(network, squared, descent, set, precision);
      }
      if (model instanceof DeepLinear network && loss instanceof LogisticLoss logistic) {
        return shape(network, logistic, descent, set, precision);
      }
      if (loss instanceof SquaredLoss squared) {
        if (model instanceof FullyConnected network) {
          return shape(network.layers(), network.activation(), squared, descent, set, precision);
        }
        if (model instanceof ResidualTwoLayer network) {
          return shape(network.layers(), network.activation(), squared, descent, set, precision);
        }
      }
    }
    return null;
  }

  private static LaneShape shape(
      SquaredRelu network,
      SquaredLoss loss,
      GradientDescent descent,
      int set,
      Precision precision) {
    if (descent.minibatch() != null
        || network.inputs() > MOST_FEATURES
        || set < 1
        || set > MOST_EXAMPLES) {
      return null;
    }
    return new SquaredReluShape(
        network.inputs(),
        network.neurons(),
        set,
        loss.reduction().factor(set),
        descent.rule(),
        precision);
  }

  private static LaneShape shape(
      DeepLinear network,
      LogisticLoss loss,
      GradientDescent descent,
      int set,
      Precision precision) {
    Minibatch batch = descent.minibatch();
    boolean inEpochs = set > 0 && batch != null && !batch.replacement();
    int examples = batch == null ? set : inEpochs ? Math.min(set, batch.size()) : batch.size();
    if (network.outputs() != 1
        || network.width() > MOST_WIDTH
        || network.inputs() > MOST_INPUTS
        || examples < 1
        || (long) examples * network.inputs() > MOST_NUMBERS) {
      return null;
    }
    return new DeepLinearShape(
        network.inputs(),
        network.depth(),
        network.width(),
        examples,
        inEpochs ? set : 0,
        loss.reduction() == Reduction.MEAN,
        descent.rule(),
        precision);
  }

  private static LaneShape shape(
      List<DenseLayer> layers,
      Activation activation,
      SquaredLoss loss,
      GradientDescent descent,
      int set,
      Precision precision) {
    Minibatch batch = descent.minibatch();
    boolean inEpochs = set > 0 && batch != null && !batch.replacement();
    int examples = batch == null ? set : inEpochs ? Math.min(set, batch.size()) : batch.size();
    long weights = layers.stream().mapToLong(l -> (long) l.inputs() * l.outputs()).sum();
    if (!(activation instanceof Relu relu && relu.derivativeAtZero() == 0)
        || layers.get(layers.size() - 1).outputs() != 1
        || descent.rule().nesterov()
        || examples < 1
        || examples > MOST_EXAMPLES
        || (precision == Precision.DOUBLE && weights < FEWEST_WEIGHTS)) {
      return null;
    }
    Reduction reduction = loss.reduction();
    boolean mean = reduction == Reduction.MEAN;
    return new DenseShape(
        layers,
        examples,
        inEpochs ? set : 0,
        mean,
        mean ? 0 : reduction.factor(examples),
        descent.rule(),
        precision);
  }

  /** A trial for a kernel of its {@link #shape}. */
  public static LaneTrial trial(
      Optimiser optimiser, Parameters parameters, Matrix inputs, Matrix labels) {
    GradientDescent descent = (GradientDescent) optimiser;
    return new LaneTrial(parameters, inputs, labels, descent.momentum(), descent.weightDecay());
  }
}
