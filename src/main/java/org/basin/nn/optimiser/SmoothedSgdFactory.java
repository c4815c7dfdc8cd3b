package org.basin.nn.optimiser;

import java.util.List;
import org.basin.nn.Optimiser;
import org.basin.nn.OptimiserFactory;
import org.basin.nn.schedule.Schedules;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/** {@code smoothed-sgd}: SGD on a loss smoothed by Gaussian noise, in the increments. */
final class SmoothedSgdFactory implements OptimiserFactory {

  @Override
  public String kind() {
    return "smoothed-sgd";
  }

  @Override
  public String summary() {
    return "SGD on a loss smoothed by Gaussian noise on the increments, with penalties on them.";
  }

  @Override
  public List<Key> keys() {
    return List.of(
        Key.real("step-size", Range.POSITIVE, "η; the schedule multiplies it"),
        Key.component("schedule", "schedule", "factor on the step size, by update"),
        Key.integer("batch-size", Range.atLeast(1), "examples a step"),
        SgdFactory.SAMPLING,
        Key.real("noise", Range.NON_NEGATIVE, "σ_w, std of the noise on the first trained tensor"),
        Key.real("second-noise", Range.NON_NEGATIVE, "σ_v, on the second"),
        Key.real("row-penalty", Range.NON_NEGATIVE, "λ_w, of Σ‖w′ᵢ‖⁴ of the first one's increment"),
        Key.real("square-penalty", Range.NON_NEGATIVE, "λ_v, of ‖V′‖² of the second one's"),
        Key.flag("signs", "whether a random sign for each first neuron multiplies its increments"),
        Key.real("shrink", Range.closedOpen(0, 1), "δ of λ ← (1 − δ)λ, the network's weight"),
        Key.integer("round", Range.atLeast(1), "updates from one shrinking to the next"));
  }

  @Override
  public Optimiser create(Section section) {
    Section schedule = section.section("schedule");
    return new SmoothedSgd(
        section.real("step-size"),
        Schedules.CATALOGUE.of(schedule).create(schedule),
        SgdFactory.minibatch(section),
        new SmoothedSgd.Smoothing(
            section.real("noise"),
            section.real("second-noise"),
            section.real("row-penalty"),
            section.real("square-penalty")),
        new SmoothedSgd.Shrinking(section.real("shrink"), section.whole("round")),
        section.flag("signs"));
  }
}
