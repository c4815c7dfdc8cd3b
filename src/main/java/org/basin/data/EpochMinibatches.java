package org.basin.data;

import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.linalg.Precision;
import org.basin.linalg.StepExamples;

/**
 * Goes through a training set in a new random order in each epoch. The last batch of an epoch may
 * be smaller.
 */
final class EpochMinibatches implements Minibatches {

  private final ExampleGather gather;
  private final UniformRandomProvider stream;
  private final int[] order;
  private final StepExamples examples;

  /**
   * The examples of the epoch's last batch; the same as {@link #examples} if all batches have equal
   * size.
   */
  private final StepExamples lastExamples;

  /** The index in {@link #order} at which the next batch starts. */
  private int position;

  private boolean isLast;

  EpochMinibatches(TrainingSet set, int size, Precision precision, UniformRandomProvider stream) {
    this.gather = new ExampleGather(set);
    this.stream = stream;
    order = IntStream.range(0, set.size()).toArray();
    int full = Math.min(size, set.size());
    int rest = set.size() % full;
    examples = new StepExamples(set.inputs(), set.outputs(), full, precision);
    lastExamples =
        rest == 0 ? examples : new StepExamples(set.inputs(), set.outputs(), rest, precision);
  }

  @Override
  public void next() {
    if (position == 0) {
      shuffle();
    }
    isLast = position + examples.count() >= order.length;
    gather.copy(order, position, examples());
    position = isLast ? 0 : position + examples().count();
  }

  /** Shuffles the order of the previous epoch by Fisher–Yates (Durstenfeld 1964). */
  private void shuffle() {
    for (int i = order.length - 1; i > 0; i--) {
      int j = stream.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
  }

  @Override
  public StepExamples examples() {
    return isLast ? lastExamples : examples;
  }
}
