package org.basin.data;

import org.apache.commons.rng.UniformRandomProvider;
import org.basin.linalg.StepExamples;

/** Minibatches whose images are changed at random, with a separate random stream. */
final class AugmentedMinibatches implements Minibatches {

  private final Minibatches original;
  private final Augmentation augmentation;
  private final UniformRandomProvider stream;

  /**
   * @param original the minibatches, whose images are changed in place
   */
  AugmentedMinibatches(
      Minibatches original, Augmentation augmentation, UniformRandomProvider stream) {
    this.original = original;
    this.augmentation = augmentation;
    this.stream = stream;
  }

  @Override
  public void next() {
    original.next();
    augmentation.apply(original.examples().inputs(), stream);
  }

  @Override
  public StepExamples examples() {
    return original.examples();
  }
}
