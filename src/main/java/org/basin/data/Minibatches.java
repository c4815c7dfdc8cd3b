package org.basin.data;

import org.basin.linalg.Precision;
import org.basin.linalg.StepExamples;
import org.basin.nn.Minibatch;
import org.basin.settings.RandomStreams;
import org.basin.settings.Seeds;
import org.basin.settings.SpecException;

/**
 * The examples of one step after another. Mutable; lanes with the same data, {@link Minibatch} and
 * seeds see the same examples and may share one, advanced once a step.
 */
public interface Minibatches {

  /** Goes on to the next step's examples; called once before the first step. */
  void next();

  /**
   * The step's examples, not to be modified, valid until {@link #next}. Their number may differ
   * from step to step (at most two values, an object for each): see {@link #of}.
   */
  StepExamples examples();

  /**
   * Minibatches at their start.
   *
   * <ul>
   *   <li>Fresh samples: {@code minibatch.size()} new examples a step, from the stream {@code
   *       samples} of the data seed. The order seed has no part in it.
   *   <li>A training set with replacement: so many examples a step, each drawn uniformly and
   *       independently, from the stream {@code order} of the order seed.
   *   <li>A training set without: every epoch goes once through the set in a new uniformly random
   *       order. Where the batch size does not divide the set's, the last batch of an epoch is
   *       short, as in PyTorch's {@code DataLoader} by default; where it exceeds it, every batch is
   *       the whole set.
   * </ul>
   *
   * <p>A training set's augmentation draws from the stream {@code augmentation} of the order seed,
   * so that the order is the same with it and without.
   *
   * @param precision of the kernel that will take them; augmented ones are in double
   * @throws SpecException if {@code data} is a population, which has no examples
   */
  static Minibatches of(Data data, Minibatch minibatch, Seeds seeds, Precision precision) {
    if (data instanceof FreshSamples fresh) {
      return new FreshMinibatches(
          fresh, minibatch.size(), precision, RandomStreams.stream(seeds.data(), "samples"));
    }
    if (data instanceof TrainingSet set) {
      var order = RandomStreams.stream(seeds.order(), "order");
      Precision held = set.augmentation() == null ? precision : Precision.DOUBLE;
      Minibatches plain =
          minibatch.replacement()
              ? new ReplacementMinibatches(set, minibatch.size(), held, order)
              : new EpochMinibatches(set, minibatch.size(), held, order);
      return set.augmentation() == null
          ? plain
          : new AugmentedMinibatches(
              plain, set.augmentation(), RandomStreams.stream(seeds.order(), "augmentation"));
    }
    throw new SpecException(
        "optimiser.kind", "is sgd, must be gradient-descent: data is a population");
  }
}
