package org.basin.kernel;

import java.util.Optional;
import org.basin.linalg.Precision;
import org.basin.nn.LossForm;
import org.basin.nn.ModelForm;
import org.basin.nn.UpdateForm;
import org.basin.nn.UpdateTerms;

/**
 * Networks Σⱼ max(0, wⱼᵀx)² under a squared loss, of one size, on sets of one size.
 *
 * @param features of an input, ≥ 1
 * @param neurons ≥ 1; the kernel's are even
 * @param examples ≥ 1
 * @param reduction what the sum of squares is multiplied by
 */
public record SquaredReluShape(
    int features,
    int neurons,
    int examples,
    double reduction,
    UpdateTerms rule,
    Precision precision)
    implements LaneShape {

  // Within these limits a full vector of lanes was measured to be as quick as the matrix library at
  // least, with examples of its own for each lane; at the limits, little is left of the gain.

  private static final int MOST_FEATURES = 8;

  private static final int MOST_EXAMPLES = 1024;

  /** For a full-batch trial of at most 8 features and 1024 examples. */
  static Optional<SquaredReluShape> of(TrialForm trial) {
    if (!(trial.model() instanceof ModelForm.SquaredNeurons network)
        || !(trial.update() instanceof UpdateForm.Descent descent)) {
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

  /** Lanes come in groups as wide as a vector. */
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

  /** With the neighbour of an odd neuron. */
  public int paddedNeurons() {
    return neurons + neurons % 2;
  }
}
