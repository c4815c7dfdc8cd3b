package org.basin.data;

import org.apache.commons.rng.UniformRandomProvider;
import org.basin.nn.lanes.Precision;
import org.basin.nn.lanes.StepExamples;

/** Examples drawn uniformly and independently from a training set. */
final class ReplacementMinibatches implements Minibatches {

  private final TrainingSet set;
  private final UniformRandomProvider stream;
  private final StepExamples examples;

  ReplacementMinibatches(TrainingSet set, int size, UniformRandomProvider stream) {
    this.set = set;
    this.stream = stream;
    examples = new StepExamples(set.inputs(), set.outputs(), size, Precision.DOUBLE);
  }

  @Override
  public void next() {
    for (int c = 0; c < examples.count(); c++) {
      set.copyExample(stream.nextInt(set.size()), examples, c);
    }
  }

  @Override
  public StepExamples examples() {
    return examples;
  }
}
