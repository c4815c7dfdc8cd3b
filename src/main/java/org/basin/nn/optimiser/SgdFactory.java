package org.basin.nn.optimiser;

import java.util.List;
import org.basin.nn.Minibatch;
import org.basin.nn.Optimiser;
import org.basin.nn.OptimiserFactory;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * {@code sgd}: every step uses a minibatch, drawn from the training set with the trial's order
 * stream, or fresh from the input law.
 */
final class SgdFactory implements OptimiserFactory {

  static final Key SAMPLING =
      Key.choice(
          "sampling",
          "from a finite set: each example independently, or the set in a new order each epoch",
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
    keys.add(Key.integer("batch-size", Range.atLeast(1), "examples a step"));
    keys.add(SAMPLING);
    return keys;
  }

  @Override
  public Optimiser create(Section section) {
    return GradientDescentFactory.of(section, minibatch(section));
  }

  /** From the keys {@code batch-size} and {@code sampling}. */
  static Minibatch minibatch(Section section) {
    boolean replacement = section.text(SAMPLING.name()).equals("with-replacement");
    return new Minibatch(section.integer("batch-size"), replacement);
  }
}
