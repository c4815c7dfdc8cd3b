package org.basin.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.basin.plan.HittingTime;
import org.basin.plan.TrialSpec;
import org.basin.settings.Settings;
import org.basin.testing.HittingScan;
import org.basin.testing.RandomHits;
import org.basin.testing.Trials;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of hitting time, on every way in which trials are trained, against a plain scan. */
class HittingKindsTest {

  private static final int TIMES = 40;
  private static final List<String> OBSERVABLES = List.of("loss", "weight-norm");

  private static Settings settings(String name) {
    return switch (name) {
      // Beyond the edge of stability, so that the loss crosses thresholds at every other step.
      case "edge" -> Trials.squaredRelu(6, 250).with("optimiser.step-size", 0.03);
      // Some of these diverge, the others swing to the end.
      case "swings" ->
          Trials.squaredRelu(6, 250)
              .with("optimiser.step-size", 0.03)
              .with("optimiser.momentum", 0.9);
      case "set" -> Trials.squaredRelu(6, 250).with("stop.target-loss", 0.5);
      case "fresh" -> Trials.freshSamples(120).with("optimiser.step-size", 0.5);
      case "minibatches" -> Trials.minibatches(4, 60).with("optimiser.step-size", 0.004);
      default -> Trials.population(120);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "edge, double, 1",
    "edge, double, 8",
    "edge, float, 8",
    "swings, double, 8",
    "set, double, 8",
    "fresh, double, 1",
    "fresh, double, 8",
    "fresh, float, 8",
    "minibatches, double, 8",
    "population, double, 1"
  })
  void hits_areThoseOfTheDefinition(String name, String precision, int lanes) {
    boolean batches = name.equals("fresh") || name.equals("minibatches");
    List<String> observables = batches ? List.of("batch-loss", "weight-norm") : OBSERVABLES;
    Settings every =
        settings(name)
            .with("precision", precision)
            .with("observe.at.steps", 1L)
            .with("observe.probes", Trials.probes("loss", "weight-norm"));
    List<TrialSpec> specs = specs(every);
    List<Outcome> seen = Trials.train(specs, lanes);
    HittingTime[] times = times(observables, seen.get(0));
    if (name.equals("edge")) {
      assertThat(rises(Trials.series(seen.get(0), "loss").values())).isBetween(50, 200);
    }
    List<TrialSpec> rarely = specs(every.with("observe.at.steps", 1000L));
    // Hitting times of the loss alone leave steps out; others make each step a look.
    HittingTime[] ofLoss =
        Arrays.stream(times)
            .filter(time -> time.observables().equals(observables.subList(0, 1)))
            .toArray(HittingTime[]::new);
    int hits = 0;
    for (HittingTime[] watched : List.of(times, ofLoss, bounded(ofLoss))) {
      for (Outcome outcome : Trials.train(rarely, lanes, watched)) {
        Outcome full =
            seen.stream().filter(o -> o.spec().seed() == outcome.spec().seed()).findAny().get();
        assertThat(outcome.steps()).isEqualTo(full.steps());
        assertThat(last(outcome)).isEqualTo(last(full));
        for (Hit hit : outcome.hits()) {
          assertThat(hit.step()).as("%s", hit.time()).isEqualTo(scan(hit.time(), full));
          hits += hit.isCensored() ? 0 : 1;
        }
      }
    }
    assertThat(hits).isGreaterThan(TIMES);
  }

  private static int rises(double[] values) {
    int rises = 0;
    for (int n = 1; n < values.length; n++) {
      rises += values[n] > values[n - 1] ? 1 : 0;
    }
    return rises;
  }

  private static double last(Outcome outcome) {
    double[] values = Trials.series(outcome, "weight-norm").values();
    return values[values.length - 1];
  }

  private static HittingTime[] bounded(HittingTime... times) {
    return Arrays.stream(times)
        .filter(time -> new Crossing(time).hasBounds())
        .toArray(HittingTime[]::new);
  }

  private static List<TrialSpec> specs(Settings settings) {
    return LongStream.range(0, 8).mapToObj(seed -> Trials.spec(settings, seed)).toList();
  }

  /** Thresholds among the values of a trial, so that they are passed. */
  private static HittingTime[] times(List<String> observables, Outcome outcome) {
    Random random = new Random(19);
    List<HittingTime> times = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      String observable = observables.get(i % 2);
      double[] values = Trials.series(outcome, observable).values();
      HittingTime any =
          RandomHits.of(
              random,
              observable,
              observables.get(1 - i % 2),
              values[random.nextInt(values.length)] / (1 + random.nextInt(2) * random.nextInt(9)));
      times.add(
          new HittingTime("h" + i, any.quantity(), any.threshold(), any.persistence(), false));
    }
    return times.toArray(HittingTime[]::new);
  }

  private static long scan(HittingTime time, Outcome full) {
    return HittingScan.hit(
        time,
        Trials.series(full, time.quantity().observable()).values(),
        time.quantity().isRatio() ? Trials.series(full, time.quantity().over()).values() : null);
  }
}
