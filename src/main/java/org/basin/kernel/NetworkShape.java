package org.basin.kernel;

import java.util.List;
import java.util.Optional;
import org.basin.linalg.Precision;
import org.basin.nn.ActivationForm;
import org.basin.nn.DenseLayer;
import org.basin.nn.LossForm;
import org.basin.nn.ModelForm;
import org.basin.nn.UpdateTerms;

/**
 * The shape of small networks of affine layers, with any activation, loss and update that has a
 * form. Each lane is one element of a SIMD vector.
 *
 * @param layers the layers from the inputs to the outputs; only the last may have all weights 1
 * @param activation the activation between layers
 * @param loss the loss
 * @param examples the max number of examples of a step, ≥ 1
 * @param epoch the size of a set that minibatches go through in epochs, whose last step may have
 *     fewer examples; else 0
 * @param isFullBatch whether every step takes the whole training set
 * @param rule the terms of the update
 * @param hasOneStepSize whether all tensors have the same step size
 */
public record NetworkShape(
    List<DenseLayer> layers,
    ActivationForm activation,
    LossForm loss,
    int examples,
    int epoch,
    boolean isFullBatch,
    UpdateTerms rule,
    boolean hasOneStepSize,
    Precision precision)
    implements LaneShape {

  /**
   * The max number of weights and biases. Up to about here a network was measured to be at least as
   * fast as one of {@link DenseShape}.
   */
  private static final int MOST_PARAMETERS = 1024;

  /** The max number of values in a step's inputs; a lane with separate examples has a copy. */
  private static final int MOST_NUMBERS = 1 << 18;

  /** The number of examples that pass through all layers together. */
  public static final int BLOCK = 16;

  /**
   * The shape of a trial with at most 1024 parameters and at most 2¹⁸ numbers in the inputs of a
   * step.
   */
  static Optional<NetworkShape> of(TrialForm trial) {
    if (!(trial.model() instanceof ModelForm.AffineLayers network)
        || network.activation().form().isEmpty()) {
      return Optional.empty();
    }
    List<DenseLayer> layers = network.layers();
    int examples = trial.examples();
    if (layers.stream().mapToLong(NetworkShape::parameters).sum() > MOST_PARAMETERS
        || !hasMaps(layers)
        || examples < 1
        || (long) examples * layers.get(0).inputs() > MOST_NUMBERS) {
      return Optional.empty();
    }
    return Optional.of(
        new NetworkShape(
            layers,
            network.activation().form().get(),
            trial.loss(),
            examples,
            trial.epoch(),
            trial.minibatch() == null,
            trial.update().terms(),
            trial.hasOneStepSize(),
            trial.precision()));
  }

  private static long parameters(DenseLayer layer) {
    return (long) layer.outputs() * (layer.inputs() + 1L);
  }

  /** Whether every layer has weights, except perhaps the last, and none adds both x and b. */
  private static boolean hasMaps(List<DenseLayer> layers) {
    return layers.stream().allMatch(l -> !l.skip() || l.bias() < 0)
        && layers.subList(0, layers.size() - 1).stream().allMatch(l -> l.weight() >= 0);
  }

  @Override
  public Kernel kernel(KernelProvider provider, int lanes) {
    return provider.network(this, lanes);
  }

  @Override
  public double memory(int lanes) {
    double each = 0;
    double units = 0;
    for (DenseLayer layer : layers) {
      each += 6.0 * parameters(layer);
      units += 3.0 * layer.outputs();
    }
    each += (layers.get(0).inputs() + outputs()) * (double) examples;
    double padded = Vectors.padded(lanes, precision);
    return (each * padded + units * BLOCK * Vectors.padded(1, precision)) * precision.bytes();
  }

  @Override
  public int interleaved() {
    return (int) Vectors.padded(1, precision);
  }

  /** The number of features of an input. */
  public int inputs() {
    return layers.get(0).inputs();
  }

  /** The number of outputs. */
  public int outputs() {
    return layers.get(layers.size() - 1).outputs();
  }

  /** The factor on the sum of the loss's terms over this number of examples. */
  public double factor(int count) {
    return factor(loss, count, outputs());
  }

  /** The factor on the sum of a loss's terms over {@code count} examples. */
  static double factor(LossForm loss, int count, int outputs) {
    return loss.factor(
        loss.term() == LossForm.Term.SOFTMAX_CROSS_ENTROPY ? count : count * outputs);
  }

  /** The lowest layer with a trained tensor, at which a backward pass ends. */
  public int lowestTrained() {
    return DenseLayer.lowestTrained(layers);
  }
}
