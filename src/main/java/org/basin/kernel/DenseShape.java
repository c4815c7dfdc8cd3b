package org.basin.kernel;

import java.util.List;
import java.util.Optional;
import org.basin.linalg.Precision;
import org.basin.nn.ActivationForm;
import org.basin.nn.DenseLayer;
import org.basin.nn.DescentTerms;
import org.basin.nn.LossForm;
import org.basin.nn.ModelForm;
import org.basin.nn.UpdateTerms;

/**
 * The shape of networks of affine layers that are so large that matrix products take most of a
 * step, with any activation, loss and update that has a form.
 *
 * @param layers the layers from the inputs to the outputs; only the last may have all weights 1, if
 *     it has one output
 * @param activation the activation between layers
 * @param loss the loss
 * @param examples the max number of examples of a step, ≥ 1
 * @param epoch the size of a set that minibatches go through in epochs, whose last step may have
 *     fewer examples; else 0
 * @param rule the terms of the update
 */
public record DenseShape(
    List<DenseLayer> layers,
    ActivationForm activation,
    LossForm loss,
    int examples,
    int epoch,
    UpdateTerms rule,
    Precision precision)
    implements LaneShape {

  /** The max number of examples; the model itself passes larger sets in blocks. */
  private static final int MOST_EXAMPLES = 1024;

  /** The number of a layer's weights beyond which OpenBLAS computes the products. */
  private static final int MOST_TILED = 1 << 16;

  /** The shape of a trial with at most 1024 examples per step. */
  static Optional<DenseShape> of(TrialForm trial) {
    if (!(trial.model() instanceof ModelForm.AffineLayers network)
        || network.activation().form().isEmpty()) {
      return Optional.empty();
    }
    List<DenseLayer> layers = network.layers();
    int examples = trial.examples();
    if (!areMaps(layers) || examples < 1 || examples > MOST_EXAMPLES) {
      return Optional.empty();
    }
    return Optional.of(
        new DenseShape(
            layers,
            network.activation().form().get(),
            trial.loss(),
            examples,
            trial.epoch(),
            trial.update().terms(),
            trial.precision()));
  }

  /** Whether all layers have weights, except perhaps a last layer that sums its inputs. */
  private static boolean areMaps(List<DenseLayer> layers) {
    int top = layers.size() - 1;
    DenseLayer last = layers.get(top);
    return (last.weight() >= 0 || last.outputs() == 1)
        && !(last.skip() && last.outputs() == 1)
        && layers.subList(0, top).stream().allMatch(layer -> layer.weight() >= 0);
  }

  /** Whether the activation is ReLU with derivative 0 at 0, which products compute as well. */
  public boolean isRelu() {
    return activation.kind() == ActivationForm.Kind.RELU && activation.parameter() == 0;
  }

  /** The number of outputs. */
  public int outputs() {
    return layers.get(layers.size() - 1).outputs();
  }

  @Override
  public StepwiseKernel kernel(KernelProvider provider, int lanes) {
    return provider.dense(this, lanes);
  }

  @Override
  public double memory(int lanes) {
    double each = 0;
    double copies = copies();
    for (DenseLayer layer : layers) {
      // A layer whose products Basin's own code computes also has a transposed copy.
      each += (copies + (isTiled() ? 1 : 0)) * layer.inputs() * layer.outputs();
      each += (isRelu() ? 2.0 : 3.0) * layer.outputs() * examples;
    }
    if (precision == Precision.FLOAT) {
      each +=
          (double) layers.get(0).inputs() * examples; // This memory is for the converted inputs.
    }
    return each * lanes * precision.bytes();
  }

  /** How many arrays of a weight's size an update needs: the weight, its gradient, its state. */
  private int copies() {
    if (rule instanceof DescentTerms descent) {
      return descent.nesterov() ? 3 : descent.momentum() ? 2 : 1;
    }
    return 4;
  }

  /**
   * Whether Basin's own code computes the products, which is so for matrices that fit into the
   * cache.
   */
  public boolean isTiled() {
    return layers.size() > 1
        && layers.stream().allMatch(l -> (long) l.inputs() * l.outputs() <= MOST_TILED);
  }

  /** One lane's arrays fill the caches, and running many steps of one lane keeps them there. */
  @Override
  public boolean isAlone() {
    return true;
  }

  /** The factor on the sum of the loss's terms over this number of examples. */
  public double factor(int count) {
    return NetworkShape.factor(loss, count, outputs());
  }

  /** The lowest layer with a trained tensor, at which a backward pass ends. */
  public int lowestTrained() {
    return DenseLayer.lowestTrained(layers);
  }
}
