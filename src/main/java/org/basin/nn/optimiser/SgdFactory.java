package org.basin.nn.optimiser;

import java.util.List;
import org.basin.nn.Minibatch;
import org.basin.nn.Optimiser;
import org.basin.nn.OptimiserFactory;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * {@code sgd}: every step uses a minibatch, which is drawn from the training set with the trial's
 * order stream, or consists of fresh samples of the input distribution.
 */
final class SgdFactory implements OptimiserFactory {

  static final Key SAMPLING =
      Key.choice(
          "sampling",
          "how a finite set is sampled: in a new order each epoch, or each example independently",
          "epochs",
          "with-replacement");

  @Override
  public String kind() {
    return "sgd";
  }

  @Override
  public String summary() {
    return "Stochastic gradient descent on minibatches, with momentum, weight decay and a schedule.";
  }

  @Override
  public List<Key> keys() {
    List<Key> keys = GradientDescentFactory.rule();
    keys.add(Key.integer("batch-size", Range.atLeast(1), "examples per step"));
    keys.add(SAMPLING);
    return keys;
  }

  @Override
  public Optimiser create(Section section) {
    return GradientDescentFactory.of(section, minibatch(section));
  }

  /** The minibatch that the keys {@code batch-size} and {@code sampling} describe. */
  static Minibatch minibatch(Section section) {
    boolean replacement = section.text(SAMPLING.name()).equals("with-replacement");
    return new Minibatch(section.integer("batch-size"), replacement);
  }
}
