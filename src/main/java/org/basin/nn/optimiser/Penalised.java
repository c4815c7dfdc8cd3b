package org.basin.nn.optimiser;

import org.apache.commons.rng.UniformRandomProvider;
import org.basin.nn.Optimiser;
import org.basin.nn.Parameters;
import org.basin.nn.penalty.Penalties;
import org.basin.nn.penalty.Penalty;
import org.basin.settings.Key;
import org.basin.settings.Section;

/**
 * Adds a penalty's gradient to the loss's for another optimiser, which so minimises their sum. The
 * loss that probes and stopping rules see does not include the penalty.
 */
final class Penalised extends ForwardingOptimiser {

  static final Key KEY =
      Key.component(
              "penalty",
              "penalty",
              "penalty that is minimised together with the loss; absent: none")
          .optional();

  private final Penalty penalty;

  private Penalised(Optimiser rule, Penalty penalty) {
    super(rule);
    this.penalty = penalty;
  }

  /** {@code rule} with a penalty, or {@code rule} itself if the section asks for none. */
  static Optimiser of(Section section, Optimiser rule) {
    if (!section.has(KEY.name() + ".kind")) {
      return rule;
    }
    Section penalty = section.section(KEY.name());
    return new Penalised(rule, Penalties.CATALOGUE.of(penalty).create(penalty));
  }

  /**
   * The rule's memory, and two copies that a penalty may keep: the initial tensors and the
   * increments.
   */
  @Override
  public double copies() {
    return rule.copies() + 2;
  }

  @Override
  public State start(Parameters initial, UniformRandomProvider noise) {
    State state = rule.start(initial, noise);
    Penalty.Term term = penalty.start(initial);
    return (parameters, gradient, stepSize, objective) -> {
      term.addGradient(parameters, gradient);
      state.update(parameters, gradient, stepSize, objective);
    };
  }
}
