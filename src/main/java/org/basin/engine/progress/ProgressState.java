package org.basin.engine.progress;

import java.util.EnumMap;
import java.util.Map;
import org.basin.train.Verdict;

/**
 * How far a run is.
 *
 * @param verdicts the number of trials of this run that have ended with each verdict
 * @param planned the number of trials that this run trains; approximate, and at least those that
 *     have ended
 * @param steps the number of steps that its trials have taken together
 * @param seconds the time since the training began, in seconds
 * @param secondsLeft the predicted time until the training ends, in seconds; NaN if unknown
 * @param executors the number of executors that are alive; 1 if the driver itself trains
 * @param cores the number of tasks that can run at a time
 * @param isTraining false once the training has ended and the tables are written
 */
public record ProgressState(
    Map<Verdict, Long> verdicts,
    long planned,
    long steps,
    double seconds,
    double secondsLeft,
    int executors,
    int cores,
    boolean isTraining) {

  public ProgressState {
    Map<Verdict, Long> ordered = new EnumMap<>(Verdict.class);
    ordered.putAll(verdicts);
    verdicts = ordered;
    planned = Math.max(planned, sum(ordered));
  }

  private static long sum(Map<Verdict, Long> verdicts) {
    return verdicts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The number of trials of this run that have ended. */
  public long done() {
    return sum(verdicts);
  }

  /** The mean number of trials that ended in a second; 0 at the beginning. */
  public double trialsPerSecond() {
    return seconds > 0 ? (double) done() / seconds : 0;
  }
}
