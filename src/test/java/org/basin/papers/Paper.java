package org.basin.papers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.basin.config.SweepReader;
import org.basin.plan.Sweep;
import org.basin.plan.TrialSpec;
import org.basin.train.Hit;
import org.basin.train.Outcome;
import org.basin.train.Series;
import org.basin.train.Trainer;

/** Trains a paper's configuration as the user runs it, without Spark. */
final class Paper {

  private Paper() {}

  /**
   * Trains every trial of a paper's sweep.
   *
   * @param name the sweep's, such as {@code kumar-haupt-2024-flow-small}
   * @param overrides {@code path=value} each
   */
  static List<Outcome> train(String name, String... overrides) {
    return train(name, spec -> true, overrides);
  }

  /** Trains the trials that {@code chosen} accepts, in the order of the grid. */
  static List<Outcome> train(String name, Predicate<TrialSpec> chosen, String... overrides) {
    Configuration from = Configuration.of(name);
    Sweep sweep = new SweepReader().read(from.file(), from.variant(), Arrays.asList(overrides));
    List<TrialSpec> specs =
        LongStream.range(0, sweep.grid().orElseThrow().size())
            .mapToObj(sweep.grid().orElseThrow()::trial)
            .filter(chosen)
            .toList();
    List<Outcome> outcomes = new ArrayList<>();
    Trainer.train(specs.iterator(), sweep.hittingTimes(), sweep.lanes())
        .forEachRemaining(outcomes::add);
    return outcomes;
  }

  /** Returns the trial with this value at {@code path}. */
  static Outcome with(List<Outcome> outcomes, String path, Object value) {
    return outcomes.stream()
        .filter(outcome -> value.equals(outcome.spec().settings().get(path)))
        .findFirst()
        .orElseThrow();
  }

  /** Returns a scalar observable at an observed step. */
  static double at(Outcome outcome, String observable, long step) {
    return at(outcome, observable, Series.SCALAR, step);
  }

  static double at(Outcome outcome, String observable, int component, long step) {
    Series series =
        outcome.series().stream()
            .filter(s -> s.observable().equals(observable) && s.component() == component)
            .findFirst()
            .orElseThrow(() -> new AssertionError("no " + observable + ": " + outcome.error()));
    int at = Arrays.binarySearch(series.steps(), step);
    if (at < 0) {
      throw new AssertionError(observable + " was not observed at step " + step);
    }
    return series.values()[at];
  }

  /** Returns the step at which a hitting time was hit. */
  static long hit(Outcome outcome, String name) {
    return outcome.hits().stream()
        .filter(hit -> hit.time().name().equals(name))
        .mapToLong(Hit::step)
        .findFirst()
        .orElseThrow();
  }
}
