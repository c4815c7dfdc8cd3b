package org.basin.data;

import org.apache.commons.rng.UniformRandomProvider;
import org.basin.nn.Matrix;

/** New examples at every step. */
final class FreshMinibatches implements Minibatches {

  private final FreshSamples samples;
  private final UniformRandomProvider stream;
  private final Matrix inputs;
  private final Matrix labels;

  FreshMinibatches(FreshSamples samples, int size, UniformRandomProvider stream) {
    this.samples = samples;
    this.stream = stream;
    inputs = new Matrix(samples.inputs(), size);
    labels = new Matrix(samples.outputs(), size);
  }

  @Override
  public void next() {
    samples.draw(stream, inputs, labels);
  }

  @Override
  public Matrix inputs() {
    return inputs;
  }

  @Override
  public Matrix labels() {
    return labels;
  }
}
