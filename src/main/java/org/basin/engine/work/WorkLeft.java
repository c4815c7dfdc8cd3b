package org.basin.engine.work;

import java.util.Map;
import java.util.OptionalDouble;
import org.basin.train.Verdict;

/**
 * How much of a sweep is left to train, told from trials that are spread over its grid.
 *
 * @param trials the number of trials of the plan
 * @param finished the number of them that are finished and are not trained again
 * @param verdicts the number of finished ones with each verdict, whether trained again or not
 * @param isExact whether all trials were looked at, so that the numbers are no estimates
 * @param secondsLeft the predicted time on one core of those that are left; empty if none of them
 *     that was looked at can be trained
 * @param seconds the predicted time of all trials; likewise
 */
public record WorkLeft(
    long trials,
    long finished,
    Map<Verdict, Long> verdicts,
    boolean isExact,
    OptionalDouble secondsLeft,
    OptionalDouble seconds) {}
