package org.basin.probe.general;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.basin.probe.general.ProbeExamples.fits;
import static org.basin.probe.general.ProbeExamples.settings;
import static org.basin.probe.general.ProbeExamples.trials;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.basin.plan.HittingTime;
import org.basin.plan.TrialSpec;
import org.basin.probe.Observable;
import org.basin.probe.ProbeFactory;
import org.basin.settings.Range;
import org.basin.settings.Settings;
import org.basin.testing.Trials;
import org.basin.train.Outcome;
import org.basin.train.Series;
import org.basin.train.TrialParts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProbesTest {

  static Stream<ProbeFactory> catalogue() {
    return Probes.CATALOGUE.factories().stream();
  }

  /** What only settings other than the defaults record, and the tests of their own probes. */
  private static final Set<String> RECORDED_ELSEWHERE =
      Set.of(
          "small-norm[.<name>]", // With a saddle.
          "saddle-drift[.<name>]",
          "order.theorem-4[-from-<step>]"); // Of one statement of several.

  @ParameterizedTest
  @MethodSource("catalogue")
  void probe_recordsWhatItDeclares_inItsRange(ProbeFactory factory) {
    Set<Observable> unseen = new HashSet<>(factory.observables());
    unseen.removeIf(observable -> RECORDED_ELSEWHERE.contains(observable.name()));
    for (Settings trial : trials()) {
      Settings probed = trial.with("observe.probes", List.of(settings(factory)));
      if (fits(probed)) {
        for (Series series : Trials.train(probed).series()) {
          Observable declared = declared(factory, series);
          unseen.remove(declared);
          assertThat(Arrays.stream(series.values()).boxed())
              .as("%s, declared %s", series.observable(), declared.range())
              .allMatch(value -> !Double.isFinite(value) || isIn(declared.range(), value));
        }
      }
    }
    assertThat(unseen).as("declared and never recorded").isEmpty();
  }

  private static Observable declared(ProbeFactory factory, Series series) {
    boolean isScalar = series.component() == Series.SCALAR;
    return factory.observables().stream()
        .filter(o -> o.isScalar() == isScalar && o.matches(series.observable()))
        .reduce((first, other) -> other) // The last is the most special.
        .orElseThrow(
            () -> new AssertionError(factory.kind() + " does not declare " + series.observable()));
  }

  private static boolean isIn(Range range, double value) {
    double rounding = 1e-9;
    return range.contains(value)
        || range.contains(value - rounding)
        || range.contains(value + rounding);
  }

  @ParameterizedTest
  @MethodSource("catalogue")
  void probe_leavesTheRunUnchangedToTheBit(ProbeFactory factory) {
    int fitting = 0;
    for (Settings trial : trials()) {
      List<Settings> watching = new ArrayList<>(Trials.probes("parameters"));
      Outcome expected = Trials.train(trial.with("observe.probes", watching));
      if (!factory.kind().equals("parameters")) {
        watching.add(0, settings(factory));
      }
      Settings probed = trial.with("observe.probes", watching);
      if (!fits(probed)) {
        continue;
      }
      fitting++;
      Outcome actual = Trials.train(probed);
      assertThat(actual.error()).isEmpty();
      assertThat(actual.steps()).isEqualTo(expected.steps());
      for (Series series : expected.series()) {
        Series other = Trials.series(actual, series.observable(), series.component());
        assertThat(lastBits(other)).isEqualTo(lastBits(series));
      }
    }
    assertThat(fitting).isPositive();
  }

  /** Law 1: what a probe remembers is of its own trial. */
  @ParameterizedTest
  @MethodSource("catalogue")
  void probe_recordsTheSameInABatch_asAlone(ProbeFactory factory) {
    List<TrialSpec> specs = new ArrayList<>();
    for (Settings trial : trials()) {
      Settings probed = trial.with("observe.probes", List.of(settings(factory)));
      if (fits(probed)) {
        for (long seed = 1; seed <= 3; seed++) {
          specs.add(Trials.spec(probed, seed));
        }
      }
    }
    Map<String, String> alone = new TreeMap<>();
    Trials.train(specs, 1).forEach(o -> alone.put(o.spec().id(), Trials.bits(o)));
    assertThat(alone).hasSameSizeAs(specs);
    for (Outcome outcome : Trials.train(specs, 8)) {
      assertThat(Trials.bits(outcome)).isEqualTo(alone.get(outcome.spec().id()));
    }
  }

  private static long lastBits(Series series) {
    return Double.doubleToRawLongBits(series.values()[series.values().length - 1]);
  }

  @ParameterizedTest
  @MethodSource("catalogue")
  void scalars_areWhatTheProbeRecordsWithoutAComponent(ProbeFactory factory) {
    for (Settings trial : trials()) {
      Settings probed = trial.with("observe.probes", List.of(settings(factory)));
      if (fits(probed)) {
        List<String> declared = TrialParts.of(Trials.spec(probed, 1), List.of()).scalars();
        List<String> recorded =
            Trials.train(probed).series().stream()
                .filter(s -> s.component() == Series.SCALAR)
                .map(Series::observable)
                .toList();
        assertThat(recorded).containsAll(declared);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("catalogue")
  void watchedProbe_recordsTheSame(ProbeFactory factory) {
    for (Settings trial : trials()) {
      Settings probed = trial.with("observe.probes", List.of(settings(factory)));
      if (fits(probed)) {
        HittingTime[] watched =
            TrialParts.of(Trials.spec(probed, 1), List.of()).scalars().stream()
                .filter(name -> !name.equals("loss") || !Double.isNaN(first(probed)))
                .map(name -> new HittingTime(name, name, 1e300, false, false, false))
                .toArray(HittingTime[]::new);
        List<Series> expected = Trials.train(probed).series();
        List<Series> actual = Trials.train(probed, watched).series();
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
          assertThat(actual.get(i).values()).isEqualTo(expected.get(i).values());
          assertThat(actual.get(i).steps()).isEqualTo(expected.get(i).steps());
        }
      }
    }
  }

  private static double first(Settings probed) {
    return Trials.series(Trials.train(probed), "loss").values()[0];
  }

  private static Outcome observed(Settings trial, String... kinds) {
    return Trials.train(trial.with("observe.probes", Trials.probes(kinds)));
  }

  private static double last(Outcome outcome, String observable, int component) {
    double[] values = Trials.series(outcome, observable, component).values();
    return values[values.length - 1];
  }

  @Test
  void norms_areThoseOfTheParameters() {
    Outcome outcome =
        observed(
            Trials.squaredRelu(2, 40),
            "parameters",
            "weight-norm",
            "neuron-norm",
            "neuron-angle",
            "distance-from-init");
    double[] w = new double[4];
    double moved = 0;
    for (int i = 0; i < 4; i++) {
      double[] values = Trials.series(outcome, "parameter.layers.0.weight", i).values();
      w[i] = values[values.length - 1];
      moved = Math.hypot(moved, w[i] - values[0]);
    }
    double first = Math.hypot(w[0], w[1]);
    double second = Math.hypot(w[2], w[3]);
    assertThat(last(outcome, "neuron-norm", 0)).isCloseTo(first, offset(1e-15));
    assertThat(last(outcome, "neuron-norm", 1)).isCloseTo(second, offset(1e-15));
    assertThat(last(outcome, "neuron-angle", 1))
        .isCloseTo(Math.toDegrees(Math.atan2(w[3], w[2])), offset(1e-12));
    assertThat(last(outcome, "weight-norm", Series.SCALAR))
        .isCloseTo(Math.hypot(first, second), offset(1e-15));
    assertThat(last(outcome, "distance-from-init", Series.SCALAR)).isCloseTo(moved, offset(1e-15));
  }

  @Test
  void angleOfAZeroWeight_isUndefined() {
    Outcome outcome = observed(Trials.squaredRelu(2, 0).with("init.std", 0.0), "neuron-angle");
    assertThat(last(outcome, "neuron-angle", 0)).isNaN();
  }

  @Test
  void gradientNorm_isTheUpdateOverTheStepSize() {
    Outcome outcome = observed(Trials.squaredRelu(2, 1), "gradient-norm", "distance-from-init");
    double gradient = Trials.series(outcome, "gradient-norm").values()[0];
    assertThat(last(outcome, "distance-from-init", Series.SCALAR))
        .isCloseTo(1e-3 * gradient, offset(1e-14));
  }

  @Test
  void stepSize_isThatOfTheNextUpdate() {
    Outcome outcome =
        observed(
            Trials.squaredRelu(2, 20)
                .withAll(
                    Map.of(
                        "optimiser.schedule.kind", "exponential", "optimiser.schedule.rate", 0.5)),
            "step-size");
    assertThat(Trials.series(outcome, "step-size").values())
        .containsExactly(1e-3, 1e-3 / 1024, 1e-3 / 1024 / 1024);
  }

  @Test
  void distance_isFromTheValuesGiven() {
    Settings zero =
        Settings.of(Map.of("kind", "distance")).withAll(ProbeExamples.REQUIRED.get("distance"));
    Outcome outcome =
        Trials.train(
            Trials.squaredRelu(2, 0)
                .withAll(Map.of("init.std", 0.0, "observe.probes", List.of(zero))));
    assertThat(last(outcome, "distance", Series.SCALAR)).isEqualTo(Math.sqrt(2));
  }

  @Test
  void catalogue_isFoundInOtherJarsToo() {
    assertThat(catalogue().map(ProbeFactory::kind)).contains("test-fault", "loss");
  }
}
