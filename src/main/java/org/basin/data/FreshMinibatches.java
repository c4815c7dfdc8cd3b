package org.basin.data;

import org.apache.commons.rng.UniformRandomProvider;
import org.basin.linalg.Precision;
import org.basin.linalg.StepExamples;

/** Draws new examples at every step. */
final class FreshMinibatches implements Minibatches {

  private final FreshSamples samples;
  private final UniformRandomProvider stream;
  private final StepExamples examples;

  FreshMinibatches(
      FreshSamples samples, int size, Precision precision, UniformRandomProvider stream) {
    this.samples = samples;
    this.stream = stream;
    examples = new StepExamples(samples.inputs(), samples.outputs(), size, precision);
  }

  @Override
  public void next() {
    samples.draw(stream, examples);
  }

  @Override
  public StepExamples examples() {
    return examples;
  }
}
