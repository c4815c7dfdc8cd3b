package org.basin.train;

import java.io.Serializable;
import org.basin.settings.Section;

/**
 * How fast trials train on one core, for estimates: {@code basin.cost} of {@code reference.conf}.
 *
 * @param flopsPerSecond floating-point operations a second in matrix products; &gt; 0
 * @param laneFlopsPerSecond the same of a step as a whole, where a kernel trains many trials side
 *     by side; &gt; 0
 * @param secondsPerElement of passing one activation of one example forward and backward
 * @param secondsPerStep of a step whatever its size
 * @param secondsPerTrial of building and recording a trial whatever its length
 */
public record CostRates(
    double flopsPerSecond,
    double laneFlopsPerSecond,
    double secondsPerElement,
    double secondsPerStep,
    double secondsPerTrial)
    implements Serializable {

  /** From a section with one key a rate, in kebab case: {@code flops-per-second}. */
  public static CostRates of(Section section) {
    return new CostRates(
        section.real("flops-per-second"),
        section.real("lane-flops-per-second"),
        section.real("seconds-per-element"),
        section.real("seconds-per-step"),
        section.real("seconds-per-trial"));
  }
}
