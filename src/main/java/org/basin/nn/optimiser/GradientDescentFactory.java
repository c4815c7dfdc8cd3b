package org.basin.nn.optimiser;

import java.util.ArrayList;
import java.util.List;
import org.basin.nn.Minibatch;
import org.basin.nn.Optimiser;
import org.basin.nn.OptimiserFactory;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/** {@code gradient-descent}: every step uses the whole training set or the population. */
final class GradientDescentFactory implements OptimiserFactory {

  @Override
  public String kind() {
    return "gradient-descent";
  }

  @Override
  public String summary() {
    return "Gradient descent on the whole training set or the population, with one update per step.";
  }

  @Override
  public List<Key> keys() {
    return rule();
  }

  @Override
  public Optimiser create(Section section) {
    return of(section, null);
  }

  /** The keys that gradient descent and SGD share. */
  static List<Key> rule() {
    return new ArrayList<>(
        List.of(
            StepSizes.COMMON_KEY,
            StepSizes.OWN_KEY,
            Key.real("momentum", Range.closedOpen(0, 1), "μ in v ← μv + g; 0 for no momentum"),
            Key.flag("nesterov", "true: Nesterov's momentum, whose step is g + μv instead of v"),
            Key.real("weight-decay", Range.NON_NEGATIVE, "λ, added to the gradient as λw"),
            StepSizes.SCHEDULE_KEY,
            Clipping.KEY,
            Penalised.KEY));
  }

  static Optimiser of(Section section, Minibatch minibatch) {
    Optimiser rule =
        new GradientDescent(
            StepSizes.of(section),
            section.real("momentum"),
            section.flag("nesterov"),
            section.real("weight-decay"),
            minibatch);
    return Penalised.of(section, Clipping.of(section, rule));
  }
}
