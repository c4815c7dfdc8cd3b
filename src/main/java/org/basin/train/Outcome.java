package org.basin.train;

import java.util.List;
import org.basin.plan.TrialSpec;

/**
 * What a trial leaves. A pure function of the spec but for {@code seconds}.
 *
 * @param spec the trial
 * @param verdict how it ended
 * @param steps updates made
 * @param error for {@link Verdict#FAILED}, the exception in one line; otherwise empty
 * @param series its observations, ordered by observable, then component
 * @param hits the hitting times watched, in the order declared
 * @param seconds of computing spent on it
 */
public record Outcome(
    TrialSpec spec,
    Verdict verdict,
    long steps,
    String error,
    List<Series> series,
    List<Hit> hits,
    double seconds) {}
