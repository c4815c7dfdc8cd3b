package org.basin.nn.optimiser;

import java.util.List;
import org.basin.nn.Minibatch;
import org.basin.nn.Optimiser;
import org.basin.nn.Shape;

/**
 * Changes the gradient for another rule, and forwards everything except the update to that rule.
 */
abstract class ForwardingOptimiser implements Optimiser {

  /** The wrapped rule. */
  final Optimiser rule;

  ForwardingOptimiser(Optimiser rule) {
    this.rule = rule;
  }

  @Override
  public double stepSize(long step) {
    return rule.stepSize(step);
  }

  @Override
  public double stepScale(Shape tensor) {
    return rule.stepScale(tensor);
  }

  @Override
  public void check(List<Shape> tensors) {
    rule.check(tensors);
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

  /** The rule's passes, and one more over the gradient. */
  @Override
  public double passesPerStep() {
    return rule.passesPerStep() + 1;
  }
}
