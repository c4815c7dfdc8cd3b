package org.basin.nn.optimiser;

import java.util.List;
import org.basin.nn.Optimiser;
import org.basin.nn.OptimiserFactory;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * {@code gradient-flow}: the limit of gradient descent for small steps, integrated with error
 * control.
 */
final class GradientFlowFactory implements OptimiserFactory {

  @Override
  public String kind() {
    return "gradient-flow";
  }

  @Override
  public String summary() {
    return "The limit of gradient descent for small step sizes, integrated with error control.";
  }

  @Override
  public List<Key> keys() {
    return List.of(
        Key.real(
            "time-step",
            Range.POSITIVE,
            "time between two steps: step n is the flow at time n times this"),
        Key.real(
            "relative-tolerance",
            Range.closed(1e-14, 0.1),
            "max error of an integrator step in a parameter, as a fraction of its value"),
        Key.real(
            "absolute-tolerance",
            Range.POSITIVE,
            "max error of a step in the unit of parameters; added to the relative one"),
        Key.real(
            "sliding-step",
            Range.closed(1e-6, 1),
            "length of the integrator's steps along a fold of the loss, in time steps"),
        Key.integer(
            "max-evaluations",
            Range.atLeast(100),
            "max gradients from one time step to the next; more of them fail the trial"));
  }

  @Override
  public Optimiser create(Section section) {
    return new GradientFlow(
        section.real("time-step"),
        section.real("relative-tolerance"),
        section.real("absolute-tolerance"),
        section.real("sliding-step"),
        section.integer("max-evaluations"));
  }
}
