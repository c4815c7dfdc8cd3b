package org.basin.tables;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.basin.plan.analysis.Measure;
import org.basin.stats.curve.RateLaw;
import org.basin.stats.survival.Status;
import org.basin.train.Verdict;

/** The measures of the trials of one point of a pair, in the order of their seeds. */
final class ComparedTrials {

  private final SeededValues trials = new SeededValues();
  private final Map<String, SeededValues> finals = new HashMap<>();
  private final Map<String, SeededHits> hits = new HashMap<>();

  /** The parameters of each rate, by the law that the trial follows. */
  private final Map<String, Map<RateLaw, SeededValues>> rates = new HashMap<>();

  /**
   * Takes a trial: a row of {@link MeasuredTrials}.
   *
   * @param trial of a seed that is not less than that of the one before
   */
  void add(Row trial) {
    long seed = trial.getAs("seed");
    trials.add(seed, 0);
    Verdict verdict = Verdict.of(trial.getAs("verdict"));
    // As in the table points: the last value of a trial that diverged says nothing of convergence.
    if (verdict.isComplete()) {
      for (Row last : list(trial, MeasuredTrials.FINALS)) {
        finals(last.getString(0)).add(seed, last.getDouble(1));
      }
      for (Row search : list(trial, MeasuredTrials.PHASES)) {
        if (search.<Boolean>getAs("escaped")) {
          finals(Measure.ofPlateau(search.getAs("name"))).add(seed, search.<Double>getAs("length"));
        }
      }
      for (Row rate : list(trial, MeasuredTrials.RATES)) {
        if (rate.getAs("law") != null) {
          rates
              .computeIfAbsent(
                  Measure.ofRate(rate.getAs("name")), name -> new EnumMap<>(RateLaw.class))
              .computeIfAbsent(RateLaw.of(rate.getAs("law")), law -> new SeededValues())
              .add(seed, rate.<Double>getAs("value"));
        }
      }
    }
    for (Row hit : list(trial, MeasuredTrials.HITS)) {
      boolean isCensored = hit.getAs("censored");
      Long step = hit.getAs(isCensored ? "censor_step" : "step");
      hits(hit.getAs("name"))
          .add(seed, step, isCensored ? HittingSample.ended(verdict) : Status.HIT);
    }
    Status convergence = verdict == Verdict.CONVERGED ? Status.HIT : HittingSample.ended(verdict);
    hits(Measure.CONVERGED).add(seed, trial.<Long>getAs("steps"), convergence);
  }

  private static List<Row> list(Row trial, String column) {
    return trial.getList(trial.fieldIndex(column));
  }

  private SeededValues finals(String name) {
    return finals.computeIfAbsent(name, each -> new SeededValues());
  }

  private SeededHits hits(String name) {
    return hits.computeIfAbsent(name, each -> new SeededHits());
  }

  /** Whether these trials and others are compared in pairs: most of the fewer share a seed. */
  boolean isPairedWith(ComparedTrials others) {
    int pairs = trials.shared(others.trials)[0].length;
    return 2 * pairs > Math.min(trials.size(), others.trials.size());
  }

  /**
   * A number of each trial that has it: an observable's last value, a plateau's length, or the
   * parameter of the law that most trials of both points follow; null if no trial has one.
   */
  SeededValues valuesOf(String measure, ComparedTrials other) {
    if (!rates.containsKey(measure) || !other.rates.containsKey(measure)) {
      return finals.get(measure);
    }
    RateLaw most = null;
    for (RateLaw law : RateLaw.values()) {
      if (most == null || followers(measure, law, other) > followers(measure, most, other)) {
        most = law;
      }
    }
    return rates.get(measure).get(most);
  }

  private int followers(String rate, RateLaw law, ComparedTrials other) {
    return followers(rate, law) + other.followers(rate, law);
  }

  private int followers(String rate, RateLaw law) {
    SeededValues values = rates.get(rate).get(law);
    return values == null ? 0 : values.size();
  }

  /** When trials hit; null if no trial has that hitting time. */
  SeededHits hitsOf(String measure) {
    return hits.get(measure);
  }
}
