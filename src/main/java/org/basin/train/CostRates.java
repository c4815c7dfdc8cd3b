package org.basin.train;

import java.io.Serializable;

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
    implements Serializable {}
