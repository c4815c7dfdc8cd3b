package org.basin.kernel;

import java.util.Optional;
import org.basin.linalg.Precision;
import org.basin.nn.LossForm;
import org.basin.nn.ModelForm;
import org.basin.nn.UpdateForm;
import org.basin.nn.UpdateTerms;

/**
 * Networks W_N ⋯ W_1 x of one output under the logistic loss, of one size, on steps of one size.
 *
 * @param features of an input, ≥ 1
 * @param depth N ≥ 1
 * @param width of the layers between, ≥ 1
 * @param examples of a step, at most, ≥ 1
 * @param epoch examples of a set that is gone through again and again, so that the last step may
 *     have fewer; else 0
 * @param mean whether the loss is the mean over the examples, not the sum
 */
public record DeepLinearShape(
    int features,
    int depth,
    int width,
    int examples,
    int epoch,
    boolean mean,
    UpdateTerms rule,
    Precision precision)
    implements LaneShape {

  // Within these limits a full vector of lanes was measured to be as quick as the matrix library at
  // least, with examples of its own for each lane; at the limits, little is left of the gain.

  private static final int MOST_FEATURES = 128;

  private static final int MOST_WIDTH = 32;

  /** Of the inputs of a step: a lane with examples of its own needs as much room. */
  private static final int MOST_NUMBERS = 1 << 18;

  /**
   * For a trial of at most 128 features and layers 32 wide, and 2¹⁸ numbers in the inputs of a
   * step. Every depth: a pass over the examples needs the product of the layers alone.
   */
  static Optional<DeepLinearShape> of(TrialForm trial) {
    if (!(trial.model() instanceof ModelForm.MatrixProduct network)
        || !(trial.update() instanceof UpdateForm.Descent descent)) {
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

  /** Each lane with inputs of its own. */
  @Override
  public double memory(int lanes) {
    double elements = 0;
    for (int layer = 0; layer < depth; layer++) {
      elements += (double) rows(layer) * columns(layer);
    }
    double each = 2 * elements + (features + 1.0) * examples + 3.0 * features;
    return each * Vectors.padded(lanes, precision) * precision.bytes();
  }

  /** Of the matrix of a layer, counted from 0. */
  public int rows(int layer) {
    return layer == depth - 1 ? 1 : width;
  }

  /** Of the matrix of a layer, counted from 0. */
  public int columns(int layer) {
    return layer == 0 ? features : width;
  }
}
