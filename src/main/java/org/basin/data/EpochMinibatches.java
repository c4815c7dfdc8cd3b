package org.basin.data;

import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.linalg.Precision;
import org.basin.linalg.StepExamples;

/** A training set gone through in a new random order each epoch; the last batch may be short. */
final class EpochMinibatches implements Minibatches {

  private final ExampleGather gather;
  private final UniformRandomProvider stream;
  private final int[] order;
  private final StepExamples examples;

  /** Of the epoch's last batch; the same as {@link #examples} where no batch is short. */
  private final StepExamples lastExamples;

  /** Where in {@link #order} the next batch starts. */
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

  /** Fisher–Yates (Durstenfeld 1964), from the order of the epoch before. */
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
