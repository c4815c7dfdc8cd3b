package org.basin.nn.optimiser;

import org.apache.commons.rng.UniformRandomProvider;
import org.basin.nn.Optimiser;
import org.basin.nn.Parameters;
import org.basin.nn.penalty.Penalties;
import org.basin.nn.penalty.Penalty;
import org.basin.settings.Key;
import org.basin.settings.Section;

/**
 * Another optimiser that descends the loss plus a penalty: it sees the sum's gradient. What probes
 * and stopping rules call the loss stays without the penalty.
 */
final class Penalised extends ForwardingOptimiser {

  static final Key KEY =
      Key.component("penalty", "penalty", "descended beside the loss; absent: none").optional();

  private final Penalty penalty;

  private Penalised(Optimiser rule, Penalty penalty) {
    super(rule);
    this.penalty = penalty;
  }

  /** {@code rule} itself if the section asks for no penalty. */
  static Optimiser of(Section section, Optimiser rule) {
    if (!section.has(KEY.name() + ".kind")) {
      return rule;
    }
    Section penalty = section.section(KEY.name());
    return new Penalised(rule, Penalties.CATALOGUE.of(penalty).create(penalty));
  }

  /** Those of a penalty may hold where its tensors began, and how far they are from it. */
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
