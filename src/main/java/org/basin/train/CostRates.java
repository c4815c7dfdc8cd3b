package org.basin.train;

import java.io.Serializable;
import org.basin.settings.Section;

/**
 * The speed of training on one core, for predictions: {@code basin.cost} of {@code reference.conf}.
 *
 * @param flopsPerSecond floating-point operations per second in matrix products; &gt; 0
 * @param laneFlopsPerSecond the same for a whole step where a kernel trains many trials side by
 *     side; &gt; 0
 * @param secondsPerElement the time to pass one activation of one example forward and backward; ≥ 0
 * @param secondsPerStep the time of a step of any size, besides its operations; ≥ 0
 * @param secondsPerTrial the time to build and record a trial of any length; ≥ 0
 */
public record CostRates(
    double flopsPerSecond,
    double laneFlopsPerSecond,
    double secondsPerElement,
    double secondsPerStep,
    double secondsPerTrial)
    implements Serializable {

  /**
   * Reads the rates from a section with one key for each rate, in kebab case: {@code
   * flops-per-second}.
   */
  public static CostRates of(Section section) {
    return new CostRates(
        section.real("flops-per-second"),
        section.real("lane-flops-per-second"),
        section.real("seconds-per-element"),
        section.real("seconds-per-step"),
        section.real("seconds-per-trial"));
  }
}
