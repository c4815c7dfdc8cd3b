package org.basin.nn;

import java.util.List;
import org.basin.plan.Key;
import org.basin.plan.Range;
import org.basin.plan.Section;

/**
 * {@code sgd}: every step uses a minibatch, drawn from the training set with the trial's order
 * stream, or fresh from the input law.
 */
final class SgdFactory implements OptimiserFactory {

  @Override
  public String kind() {
    return "sgd";
  }

  @Override
  public List<Key> keys() {
    List<Key> keys = GradientDescentFactory.rule();
    keys.add(Key.integer("batch-size", Range.atLeast(1), "examples a step"));
    keys.add(
        Key.choice(
            "sampling",
            "from a finite set: each example independently, or the set in a new order each epoch",
            "epochs",
            "with-replacement"));
    return keys;
  }

  @Override
  public Optimiser create(Section section) {
    boolean replacement = section.text("sampling").equals("with-replacement");
    return GradientDescentFactory.of(
        section, new Minibatch(section.integer("batch-size"), replacement));
  }
}
