package org.basin.nn.optimiser;

import org.basin.nn.Minibatch;
import org.basin.nn.Optimiser;

/** Another rule with something done to its gradient: all but the update is the rule's own. */
abstract class ForwardingOptimiser implements Optimiser {

  /** What is wrapped. */
  final Optimiser rule;

  ForwardingOptimiser(Optimiser rule) {
    this.rule = rule;
  }

  @Override
  public double stepSize(long step) {
    return rule.stepSize(step);
  }

  @Override
  public Minibatch minibatch() {
    return rule.minibatch();
  }

  @Override
  public double gradientsPerStep() {
    return rule.gradientsPerStep();
  }

  @Override
  public double copies() {
    return rule.copies();
  }

  /** One more than the rule's, over the gradient. */
  @Override
  public double passesPerStep() {
    return rule.passesPerStep() + 1;
  }
}
