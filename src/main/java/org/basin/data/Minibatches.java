package org.basin.data;

import org.basin.linalg.Precision;
import org.basin.linalg.StepExamples;
import org.basin.nn.Minibatch;
import org.basin.settings.RandomStreams;
import org.basin.settings.Seeds;
import org.basin.settings.SpecException;

/**
 * The examples of each step in turn. It is mutable. Lanes with the same data, {@link Minibatch} and
 * seeds use the same examples and may share one object, which is advanced once per step.
 */
public interface Minibatches {

  /** Advances to the next step's examples; called once before the first step. */
  void next();

  /**
   * The step's examples, which must not be modified and are valid until {@link #next}. Their number
   * may differ between steps, but has at most two values, each with its own object: see {@link
   * #of}.
   */
  StepExamples examples();

  /**
   * Makes minibatches before their first step.
   *
   * <ul>
   *   <li>Fresh samples: {@code minibatch.size()} new examples per step, from the stream {@code
   *       samples} of the data seed. The order seed does not matter.
   *   <li>A training set with replacement: so many examples per step, each drawn uniformly and
   *       independently with the stream {@code order} of the order seed.
   *   <li>A training set without replacement: every epoch goes once through the set in a new
   *       uniformly random order. If the batch size does not divide the set's size, the last batch
   *       of an epoch is smaller, as in PyTorch's {@code DataLoader} by default. If the batch size
   *       exceeds the set's, every batch is the whole set.
   * </ul>
   *
   * <p>A training set's augmentation has the stream {@code augmentation} of the order seed, so that
   * the order does not depend on it.
   *
   * @param precision the precision of the kernel that uses the examples; augmented ones are in
   *     double
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
