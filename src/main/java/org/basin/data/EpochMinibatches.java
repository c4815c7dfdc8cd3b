package org.basin.data;

import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.nn.Matrix;

/** A training set gone through in a new random order each epoch; the last batch may be short. */
final class EpochMinibatches implements Minibatches {

  private final TrainingSet set;
  private final UniformRandomProvider stream;
  private final int[] order;
  private final Matrix inputs;
  private final Matrix labels;

  /** Of the epoch's last batch; the same as {@link #inputs} where no batch is short. */
  private final Matrix lastInputs;

  private final Matrix lastLabels;

  /** Where in {@link #order} the next batch starts. */
  private int position;

  private boolean isLast;

  EpochMinibatches(TrainingSet set, int size, UniformRandomProvider stream) {
    this.set = set;
    this.stream = stream;
    order = IntStream.range(0, set.size()).toArray();
    int full = Math.min(size, set.size());
    int rest = set.size() % full;
    inputs = new Matrix(set.inputs(), full);
    labels = new Matrix(set.outputs(), full);
    lastInputs = rest == 0 ? inputs : new Matrix(set.inputs(), rest);
    lastLabels = rest == 0 ? labels : new Matrix(set.outputs(), rest);
  }

  @Override
  public void next() {
    if (position == 0) {
      shuffle();
    }
    isLast = position + inputs.columns() >= order.length;
    int examples = inputs().columns();
    for (int c = 0; c < examples; c++) {
      set.copyExample(order[position + c], inputs(), labels(), c);
    }
    position = isLast ? 0 : position + examples;
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
  public Matrix inputs() {
    return isLast ? lastInputs : inputs;
  }

  @Override
  public Matrix labels() {
    return isLast ? lastLabels : labels;
  }
}
