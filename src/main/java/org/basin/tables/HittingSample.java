package org.basin.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.basin.plan.analysis.Measure;
import org.basin.stats.survival.EventTimes;
import org.basin.stats.survival.Status;
import org.basin.train.Verdict;

/**
 * When trials hit, or what ended their being at risk: one sample for {@link Measure#CONVERGED} and
 * one for each hitting time. Trials come in any order.
 */
final class HittingSample {

  private final Map<String, Events> samples = new LinkedHashMap<>();

  /**
   * Makes empty samples.
   *
   * @param names the names of the hitting times, in the order declared
   */
  HittingSample(List<String> names) {
    samples.put(Measure.CONVERGED, new Events());
    names.forEach(name -> samples.put(name, new Events()));
  }

  /** Takes a row of {@link MeasuredTrials}. */
  void add(Row trial) {
    Verdict verdict = Verdict.of(trial.getAs("verdict"));
    Status ended = ended(verdict);
    double steps = trial.<Long>getAs("steps");
    samples
        .get(Measure.CONVERGED)
        .add(steps, verdict == Verdict.CONVERGED ? Status.HIT : ended, steps);
    for (Row hit : trial.<Row>getList(trial.fieldIndex(MeasuredTrials.HITS))) {
      Events events = samples.get(hit.<String>getAs("name"));
      if (hit.<Boolean>getAs("censored")) {
        // −1 where nothing is known of the trial: it says as little if it is censored at 0.
        double step = Math.max(0L, hit.<Long>getAs("censor_step"));
        // Between the last step that is known and its end, the trial may have hit.
        events.add(step, step < steps ? Status.CENSORED : ended, step);
      } else {
        events.add(hit.<Long>getAs("high"), Status.HIT, hit.<Long>getAs("low"));
      }
    }
  }

  /** What ends the time at risk of a trial that has not hit. */
  static Status ended(Verdict verdict) {
    return switch (verdict) {
      case CONVERGED, EXHAUSTED -> Status.CENSORED;
      case DIVERGED -> Status.DIVERGED;
      case FAILED -> Status.FAILED;
      case TIMED_OUT -> Status.TIMED_OUT;
    };
  }

  /** The samples by name, in the order of the constructor. */
  Map<String, EventTimes> samples() {
    Map<String, EventTimes> sorted = new LinkedHashMap<>();
    samples.forEach((name, events) -> sorted.put(name, events.sorted()));
    return sorted;
  }

  /** The events of one hitting time. */
  private static final class Events {
    private final Doubles times = new Doubles();
    private final Doubles lows = new Doubles();
    private final List<Status> statuses = new ArrayList<>();

    void add(double time, Status status, double low) {
      times.add(time);
      statuses.add(status);
      lows.add(low);
    }

    EventTimes sorted() {
      return EventTimes.of(times.toArray(), statuses.toArray(Status[]::new), lows.toArray());
    }
  }
}
