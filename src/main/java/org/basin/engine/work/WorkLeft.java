package org.basin.engine.work;

import java.util.OptionalDouble;

/**
 * How much of a sweep is left to train, told from trials that are spread over its grid.
 *
 * @param trials the number of trials of the plan
 * @param finished the number of them that are finished
 * @param isExact whether all trials were looked at, so that {@code finished} is no estimate
 * @param secondsLeft the predicted time on one core of those that are left; empty if none of them
 *     that was looked at can be trained
 * @param seconds the predicted time of all trials; likewise
 */
public record WorkLeft(
    long trials,
    long finished,
    boolean isExact,
    OptionalDouble secondsLeft,
    OptionalDouble seconds) {}
