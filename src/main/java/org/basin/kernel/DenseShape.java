package org.basin.kernel;

import java.util.List;
import java.util.Optional;
import org.basin.linalg.Precision;
import org.basin.nn.ActivationForm;
import org.basin.nn.DenseLayer;
import org.basin.nn.DescentTerms;
import org.basin.nn.LossForm;
import org.basin.nn.ModelForm;
import org.basin.nn.UpdateForm;

/**
 * The shape of networks of dense layers with ReLU between them (with derivative 0 at 0) and one
 * output, under the squared loss. They are so large that matrix products take most of a step.
 *
 * @param layers the layers from the inputs to the output; the last has one output and no skip
 * @param examples the max number of examples of a step, ≥ 1
 * @param epoch the size of a set that minibatches go through in epochs, whose last step may have
 *     fewer examples; else 0
 * @param mean whether the loss is the mean over the examples
 * @param factor the factor on the sum of squares if the loss is not the mean
 * @param rule the terms of the update, without Nesterov's momentum
 */
public record DenseShape(
    List<DenseLayer> layers,
    int examples,
    int epoch,
    boolean mean,
    double factor,
    DescentTerms rule,
    Precision precision)
    implements LaneShape {

  /** The max number of examples; the model itself passes larger sets in blocks. */
  private static final int MOST_EXAMPLES = 1024;

  /**
   * The min number of weights. A smaller network is trained by its model, which is as fast for it.
   */
  private static final int FEWEST_WEIGHTS = 4096;

  /** The number of a layer's weights beyond which OpenBLAS computes the products. */
  private static final int MOST_TILED = 1 << 16;

  /**
   * The shape of a trial with at most 1024 examples per step and, in double, at least 4096 weights.
   */
  static Optional<DenseShape> of(TrialForm trial) {
    if (!(trial.model() instanceof ModelForm.AffineLayers network)
        || !(trial.update() instanceof UpdateForm.Descent descent)
        || !trial.hasOneStepSize()) {
      return Optional.empty();
    }
    List<DenseLayer> layers = network.layers();
    LossForm loss = trial.loss();
    int examples = trial.examples();
    long weights = layers.stream().mapToLong(l -> (long) l.inputs() * l.outputs()).sum();
    if (loss.term() != LossForm.Term.SQUARED
        || network.activation().form().filter(DenseShape::isRelu).isEmpty()
        || !areRectified(layers)
        || descent.nesterov()
        || examples < 1
        || examples > MOST_EXAMPLES
        || (trial.precision() == Precision.DOUBLE && weights < FEWEST_WEIGHTS)) {
      return Optional.empty();
    }
    return Optional.of(
        new DenseShape(
            layers,
            examples,
            trial.epoch(),
            loss.mean(),
            loss.mean() ? 0 : loss.weight(),
            descent.terms(),
            trial.precision()));
  }

  private static boolean isRelu(ActivationForm activation) {
    return activation.kind() == ActivationForm.Kind.RELU && activation.parameter() == 0;
  }

  /** Whether these are layers with weights, followed by one output that sums their activations. */
  private static boolean areRectified(List<DenseLayer> layers) {
    int top = layers.size() - 1;
    DenseLayer last = layers.get(top);
    return last.outputs() == 1
        && !last.skip()
        && layers.subList(0, top).stream().allMatch(layer -> layer.weight() >= 0);
  }

  @Override
  public StepwiseKernel kernel(KernelProvider provider, int lanes) {
    return provider.dense(this, lanes);
  }

  @Override
  public double memory(int lanes) {
    double each = 0;
    for (DenseLayer layer : layers) {
      double copies = rule.momentum() ? 2 : 1;
      // A layer whose products Basin's own code computes also has a transposed copy.
      each += (copies + (isTiled() ? 1 : 0)) * layer.inputs() * layer.outputs();
      each += 2.0 * layer.outputs() * examples;
    }
    if (precision == Precision.FLOAT) {
      each +=
          (double) layers.get(0).inputs() * examples; // This memory is for the converted inputs.
    }
    return each * lanes * precision.bytes();
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

  /** The factor on the sum of squares of this number of examples. */
  public double factor(int count) {
    return mean ? 1.0 / count : factor;
  }

  /** The lowest layer with a trained tensor, at which a backward pass ends. */
  public int lowestTrained() {
    int l = 0;
    while (l < layers.size() && !layers.get(l).isTrained()) {
      l++;
    }
    return l;
  }
}
