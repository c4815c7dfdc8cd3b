package org.basin.data;

import org.apache.commons.rng.UniformRandomProvider;
import org.basin.linalg.Precision;
import org.basin.linalg.StepExamples;

/** Draws examples uniformly and independently from a training set. */
final class ReplacementMinibatches implements Minibatches {

  private final TrainingSet set;
  private final UniformRandomProvider stream;
  private final ExampleGather gather;
  private final int[] chosen;
  private final StepExamples examples;

  ReplacementMinibatches(
      TrainingSet set, int size, Precision precision, UniformRandomProvider stream) {
    this.set = set;
    this.stream = stream;
    this.gather = new ExampleGather(set);
    this.chosen = new int[size];
    examples = new StepExamples(set.inputs(), set.outputs(), size, precision);
  }

  @Override
  public void next() {
    for (int c = 0; c < chosen.length; c++) {
      chosen[c] = stream.nextInt(set.size());
    }
    gather.copy(chosen, 0, examples);
  }

  @Override
  public StepExamples examples() {
    return examples;
  }
}
