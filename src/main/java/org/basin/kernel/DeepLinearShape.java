package org.basin.kernel;

import java.util.Optional;
import org.basin.linalg.Precision;
import org.basin.nn.DescentTerms;
import org.basin.nn.LossForm;
import org.basin.nn.ModelForm;
import org.basin.nn.UpdateForm;

/**
 * The shape of deep linear networks W_N ⋯ W_1 x with one output under the logistic loss. All have
 * the same size, and their steps have the same number of examples.
 *
 * @param features the number of features of an input, ≥ 1
 * @param depth the number of layers N, ≥ 1
 * @param width the width of the hidden layers, ≥ 1
 * @param examples the max number of examples of a step, ≥ 1
 * @param epoch the size of a set that minibatches go through in epochs, whose last step may have
 *     fewer examples; else 0
 * @param mean true if the loss is the mean over the examples, false if it is the sum
 */
public record DeepLinearShape(
    int features,
    int depth,
    int width,
    int examples,
    int epoch,
    boolean mean,
    DescentTerms rule,
    Precision precision)
    implements LaneShape {

  // Within these limits, a full vector of lanes, each with separate examples, was measured to be at
  // least as fast as the matrix library. At the limits the gain is small.

  private static final int MOST_FEATURES = 128;

  private static final int MOST_WIDTH = 32;

  /**
   * The max number of values in a step's inputs; a lane with separate examples uses as much memory.
   */
  private static final int MOST_NUMBERS = 1 << 18;

  /**
   * The shape of a trial with at most 128 features, layers of width at most 32, and at most 2¹⁸
   * numbers in the inputs of a step. The depth is not limited, because a pass over the examples
   * needs only the product of the layers.
   */
  static Optional<DeepLinearShape> of(TrialForm trial) {
    if (!(trial.model() instanceof ModelForm.MatrixProduct network)
        || !(trial.update() instanceof UpdateForm.Descent descent)
        || !trial.hasOneStepSize()) {
      return Optional.empty();
    }
    LossForm loss = trial.loss();
    int examples = trial.examples();
    if (loss.term() != LossForm.Term.LOGISTIC
        || loss.weight() != 1
        || network.outputs() != 1
        || network.width() > MOST_WIDTH
        || network.inputs() > MOST_FEATURES
        || examples < 1
        || (long) examples * network.inputs() > MOST_NUMBERS) {
      return Optional.empty();
    }
    return Optional.of(
        new DeepLinearShape(
            network.inputs(),
            network.depth(),
            network.width(),
            examples,
            trial.epoch(),
            loss.mean(),
            descent.terms(),
            trial.precision()));
  }

  @Override
  public StepwiseKernel kernel(KernelProvider provider, int lanes) {
    return provider.deepLinear(this, lanes);
  }

  /** The memory if each lane has separate inputs. */
  @Override
  public double memory(int lanes) {
    double elements = 0;
    for (int layer = 0; layer < depth; layer++) {
      elements += (double) rows(layer) * columns(layer);
    }
    double each = 2 * elements + (features + 1.0) * examples + 3.0 * features;
    return each * Vectors.padded(lanes, precision) * precision.bytes();
  }

  /** The number of rows of the matrix of a layer; layers are counted from 0. */
  public int rows(int layer) {
    return layer == depth - 1 ? 1 : width;
  }

  /** The number of columns of the matrix of a layer; layers are counted from 0. */
  public int columns(int layer) {
    return layer == 0 ? features : width;
  }
}
