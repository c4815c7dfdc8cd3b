package org.basin.data;

import org.apache.commons.rng.UniformRandomProvider;
import org.basin.nn.Matrix;

/** Examples drawn uniformly and independently from a training set. */
final class ReplacementMinibatches implements Minibatches {

  private final TrainingSet set;
  private final UniformRandomProvider stream;
  private final Matrix inputs;
  private final Matrix labels;

  ReplacementMinibatches(TrainingSet set, int size, UniformRandomProvider stream) {
    this.set = set;
    this.stream = stream;
    inputs = new Matrix(set.inputs(), size);
    labels = new Matrix(set.outputs(), size);
  }

  @Override
  public void next() {
    for (int c = 0; c < inputs.columns(); c++) {
      set.copyExample(stream.nextInt(set.size()), inputs, labels, c);
    }
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
