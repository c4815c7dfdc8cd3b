package org.basin.nn.optimiser;

import java.util.List;
import org.basin.nn.Optimiser;
import org.basin.nn.OptimiserFactory;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * {@code smoothed-sgd}: SGD in the parameters' increments, on a loss smoothed by Gaussian noise.
 */
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
        StepSizes.COMMON_KEY,
        StepSizes.OWN_KEY,
        StepSizes.SCHEDULE_KEY,
        Key.integer("batch-size", Range.atLeast(1), "examples per step"),
        SgdFactory.SAMPLING,
        Key.real(
            "noise",
            Range.NON_NEGATIVE,
            "σ_w, standard deviation of the noise on the first trained tensor"),
        Key.real("second-noise", Range.NON_NEGATIVE, "σ_v, the same for the second trained tensor"),
        Key.real(
            "row-penalty",
            Range.NON_NEGATIVE,
            "λ_w, factor on Σ‖w′ᵢ‖⁴ of the first tensor's increment"),
        Key.real(
            "square-penalty",
            Range.NON_NEGATIVE,
            "λ_v, factor on ‖V′‖² of the second tensor's increment"),
        Key.flag(
            "signs",
            "true: a random sign for each neuron of the first tensor multiplies its increments"),
        Key.real(
            "shrink",
            Range.closedOpen(0, 1),
            "δ in λ ← (1 − δ)λ, where λ is the factor on the network"),
        Key.integer(
            "round", Range.atLeast(1), "number of updates from one shrinking of λ to the next"));
  }

  @Override
  public Optimiser create(Section section) {
    return new SmoothedSgd(
        StepSizes.of(section),
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
