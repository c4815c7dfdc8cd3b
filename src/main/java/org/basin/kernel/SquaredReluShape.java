package org.basin.kernel;

import java.util.Optional;
import org.basin.linalg.Precision;
import org.basin.nn.DescentTerms;
import org.basin.nn.LossForm;
import org.basin.nn.ModelForm;
import org.basin.nn.UpdateForm;

/**
 * The shape of networks Σⱼ max(0, wⱼᵀx)² under a squared loss. All networks of a shape have the
 * same size, and their training sets have the same number of examples.
 *
 * @param features the number of features of an input, ≥ 1
 * @param neurons the number of neurons, ≥ 1; the kernel pads it to an even number
 * @param examples the number of examples, ≥ 1
 * @param reduction the factor on the sum of squares
 */
public record SquaredReluShape(
    int features,
    int neurons,
    int examples,
    double reduction,
    DescentTerms rule,
    Precision precision)
    implements LaneShape {

  // Measurements show that, within these limits, a full vector of lanes, each with separate
  // examples, is at least as fast as the matrix library. At the limits the gain is small.

  private static final int MOST_FEATURES = 8;

  private static final int MOST_EXAMPLES = 1024;

  /**
   * Returns the shape of a full-batch trial of such a network with at most 8 features and 1024
   * examples; empty for any other trial.
   */
  static Optional<SquaredReluShape> of(TrialForm trial) {
    if (!(trial.model() instanceof ModelForm.SquaredNeurons network)
        || !(trial.update() instanceof UpdateForm.Descent descent)
        || !trial.hasOneStepSize()) {
      return Optional.empty();
    }
    int set = trial.set();
    if (trial.loss().term() != LossForm.Term.SQUARED
        || trial.minibatch() != null
        || network.inputs() > MOST_FEATURES
        || set < 1
        || set > MOST_EXAMPLES) {
      return Optional.empty();
    }
    return Optional.of(
        new SquaredReluShape(
            network.inputs(),
            network.neurons(),
            set,
            trial.loss().factor(set),
            descent.terms(),
            trial.precision()));
  }

  @Override
  public RunAheadKernel kernel(KernelProvider provider, int lanes) {
    return provider.squaredRelu(this, lanes);
  }

  /** The memory of {@code lanes} lanes, rounded up to full vectors, in bytes. */
  @Override
  public double memory(int lanes) {
    double elements = (double) paddedNeurons() * features;
    double each = 5 * elements + (features + 2.0 + paddedNeurons()) * examples;
    return each * Vectors.padded(lanes, precision) * precision.bytes();
  }

  @Override
  public int interleaved() {
    return (int) Vectors.padded(1, precision);
  }

  /** The number of neurons, made even by a neuron of weight 0. */
  public int paddedNeurons() {
    return neurons + neurons % 2;
  }
}
