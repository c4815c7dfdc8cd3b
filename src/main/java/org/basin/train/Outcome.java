package org.basin.train;

import java.util.List;
import org.basin.plan.TrialSpec;

/**
 * The outcome of a trial. Everything except {@code seconds} is a pure function of the spec.
 *
 * @param spec the trial
 * @param verdict how the trial ended
 * @param steps the number of updates made
 * @param error the exception in one line for {@link Verdict#FAILED}; otherwise empty
 * @param series its observations, ordered by observable, then by component
 * @param hits the watched hitting times, in the order declared
 * @param seconds the computing time spent on the trial
 */
public record Outcome(
    TrialSpec spec,
    Verdict verdict,
    long steps,
    String error,
    List<Series> series,
    List<Hit> hits,
    double seconds) {}
