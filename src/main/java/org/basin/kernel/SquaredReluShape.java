package org.basin.kernel;

import org.basin.linalg.Precision;
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

  @Override
  public LaneKernel kernel(int lanes) {
    return Kernels.of(LaneKernel.class, precision, "SquaredRelu", this, lanes);
  }

  /** Lanes come in groups as wide as a vector. */
  @Override
  public double memory(int lanes) {
    double elements = (double) paddedNeurons() * features;
    double each = 5 * elements + (features + 2.0 + paddedNeurons()) * examples;
    return each * Kernels.padded(lanes, precision) * precision.bytes();
  }

  @Override
  public int interleaved() {
    return (int) Kernels.padded(1, precision);
  }

  /** With the neighbour of an odd neuron. */
  public int paddedNeurons() {
    return neurons + neurons % 2;
  }
}
