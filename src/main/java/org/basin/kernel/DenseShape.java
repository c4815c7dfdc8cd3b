package org.basin.kernel;

import java.util.List;
import java.util.Optional;
import org.basin.linalg.Precision;
import org.basin.nn.ActivationForm;
import org.basin.nn.DenseLayer;
import org.basin.nn.LossForm;
import org.basin.nn.ModelForm;
import org.basin.nn.UpdateForm;
import org.basin.nn.UpdateTerms;

/**
 * Networks of dense layers with ReLUs between, whose derivative at 0 is 0, and one output, under
 * the squared loss; large enough for their steps to be matrix products above all.
 *
 * @param layers from the inputs to the output; the last has one output and no skip
 * @param examples of a step, at most, ≥ 1
 * @param epoch examples of a set that is gone through again and again, so that the last step may
 *     have fewer; else 0
 * @param mean whether the loss is the mean over the examples
 * @param factor of the sum of squares if it is not
 * @param rule not Nesterov's
 */
public record DenseShape(
    List<DenseLayer> layers,
    int examples,
    int epoch,
    boolean mean,
    double factor,
    UpdateTerms rule,
    Precision precision)
    implements LaneShape {

  /** Larger sets are passed in blocks by the model. */
  private static final int MOST_EXAMPLES = 1024;

  /** A network of fewer is trained by its model: between the products it does as well. */
  private static final int FEWEST_WEIGHTS = 4096;

  /** Weights of a layer beyond which OpenBLAS multiplies. */
  private static final int MOST_TILED = 1 << 16;

  /** For a trial of at most 1024 examples a step, in double of at least 4096 weights. */
  static Optional<DenseShape> of(TrialForm trial) {
    if (!(trial.model() instanceof ModelForm.AffineLayers network)
        || !(trial.update() instanceof UpdateForm.Descent descent)) {
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

  /** Whether these are layers that have weights, then one output that sums what they leave. */
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
      // A layer of whose own products are made has a transposed copy too.
      each += (copies + (isTiled() ? 1 : 0)) * layer.inputs() * layer.outputs();
      each += 2.0 * layer.outputs() * examples;
    }
    if (precision == Precision.FLOAT) {
      each += (double) layers.get(0).inputs() * examples; // Converted.
    }
    return each * lanes * precision.bytes();
  }

  /** Whether the products are of our own: those of matrices that stay in cache. */
  public boolean isTiled() {
    return layers.size() > 1
        && layers.stream().allMatch(l -> (long) l.inputs() * l.outputs() <= MOST_TILED);
  }

  /** A lane's arrays fill the caches: blocks of steps of one lane keep them there. */
  @Override
  public boolean isAlone() {
    return true;
  }

  /** What the sum of the squares of so many examples is multiplied by. */
  public double factor(int count) {
    return mean ? 1.0 / count : factor;
  }

  /** The lowest layer with a trained tensor, where a backward pass ends. */
  public int lowestTrained() {
    int l = 0;
    while (l < layers.size() && !layers.get(l).isTrained()) {
      l++;
    }
    return l;
  }
}
