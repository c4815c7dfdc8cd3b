package org.basin.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.basin.plan.HittingTime;
import org.basin.plan.TrialSpec;
import org.basin.settings.Seeds;
import org.basin.settings.Settings;
import org.basin.testing.Trials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepwiseTrialsTest {

  private static final long STEPS = 40;

  private static Settings fresh() {
    return Trials.freshSamples(STEPS).with("model.depth", 3L);
  }

  private static Settings set() {
    return Trials.classes(STEPS).with("model.depth", 2L);
  }

  /**
   * Trials that share examples or do not, end early or late, and end at the loss or at the budget.
   */
  private static List<TrialSpec> specs() {
    List<TrialSpec> specs = new ArrayList<>();
    for (long seed = 0; seed < 6; seed++) {
      specs.add(spec(fresh().with("optimiser.momentum", 0.5), seed / 3, seed, 0));
      specs.add(spec(fresh().with("stop.max-steps", 5 * seed + 3), seed, seed, 0));
      specs.add(spec(fresh().with("stop.target-loss", 0.55 + 0.02 * seed), 0, seed, 0));
      specs.add(spec(wild(fresh(), seed), seed / 4, seed, 0));
      specs.add(spec(fresh().with("precision", "float"), seed / 3, seed, 0));
      specs.add(spec(set().with("precision", "float"), 1, seed, seed / 2));
      // An epoch has a batch of 16 examples and one of 4.
      specs.add(spec(set(), 1, seed, seed / 2));
      specs.add(spec(set().with("stop.target-loss", 0.6), 1, seed, seed));
      specs.add(spec(set().with("optimiser.sampling", "with-replacement"), 1, seed, seed / 2));
      specs.add(spec(wholeSet(set().with("stop.target-loss", 0.5 + 0.02 * seed)), 1, seed, 0));
      specs.add(spec(wholeSet(wild(set(), seed)), seed, seed, 0));
    }
    return specs;
  }

  private static TrialSpec spec(Settings settings, long data, long init, long order) {
    return Trials.spec(settings, new Seeds(data, init, order));
  }

  /** Steps so large that the loss soon exceeds the limit. */
  private static Settings wild(Settings settings, long seed) {
    return settings
        .with("optimiser.step-size", 4.0 * (seed + 1))
        .with("optimiser.weight-decay", 0.6)
        .with("stop.divergence-factor", 1.5 + seed);
  }

  private static Settings wholeSet(Settings settings) {
    return Settings.of(
        settings.asMap().entrySet().stream()
            .filter(
                e -> !List.of("optimiser.batch-size", "optimiser.sampling").contains(e.getKey()))
            .collect(
                TreeMap::new,
                (map, e) ->
                    map.put(
                        e.getKey(),
                        e.getKey().equals("optimiser.kind") ? "gradient-descent" : e.getValue()),
                Map::putAll));
  }

  private static Map<String, String> bits(List<Outcome> outcomes) {
    Map<String, String> bits = new TreeMap<>();
    outcomes.forEach(o -> assertThat(bits.put(o.spec().id(), Trials.bits(o))).isNull());
    return bits;
  }

  private static HittingTime[] watched(String observable) {
    return observable.isEmpty()
        ? new HittingTime[0]
        : new HittingTime[] {new HittingTime("low", observable, 0.9, true, true, false)};
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "batch-loss", "loss"})
  void outcomes_dependOnNeitherStackNorOrder(String observable) {
    List<TrialSpec> specs = new ArrayList<>(specs());
    HittingTime[] watched = watched(observable);
    Map<String, String> alone = new TreeMap<>();
    specs.forEach(s -> alone.putAll(bits(Trials.train(List.of(s), 1, watched))));
    assertThat(alone).hasSameSizeAs(specs);
    for (int lanes : new int[] {2, 5, 64}) {
      Collections.shuffle(specs, new Random(lanes));
      assertThat(bits(Trials.train(specs, lanes, watched))).isEqualTo(alone);
    }
  }

  @Test
  void outcomes_areThoseOfTrialsByThemselves_toRounding() {
    List<Verdict> verdicts = new ArrayList<>();
    for (TrialSpec spec : specs()) {
      double error = spec.text("precision").equals("float") ? 1e-4 : 1e-11;
      for (String observable : List.of("", "batch-loss", "loss")) {
        Outcome stacked = Trials.train(List.of(spec), 1, watched(observable)).get(0);
        TrialParts parts = TrialParts.of(spec, List.of(watched(observable)));
        assertThat(parts.laneShape()).isNotNull();
        SoloTrial lane = new SoloTrial(parts, parts.examples());
        while (lane.record().isRunning()) {
          lane.advance(1);
        }
        assertSame(stacked, lane.record().outcome(0), error);
        verdicts.add(stacked.verdict());
      }
    }
    assertThat(verdicts).contains(Verdict.CONVERGED, Verdict.EXHAUSTED, Verdict.DIVERGED);
  }

  private static void assertSame(Outcome stacked, Outcome alone, double error) {
    assertThat(stacked.verdict()).isEqualTo(alone.verdict());
    assertThat(stacked.steps()).isEqualTo(alone.steps());
    assertThat(stacked.hits()).isEqualTo(alone.hits());
    assertThat(stacked.series()).hasSameSizeAs(alone.series());
    for (int s = 0; s < stacked.series().size(); s++) {
      Series lane = stacked.series().get(s);
      Series blas = alone.series().get(s);
      assertThat(lane.observable()).isEqualTo(blas.observable());
      assertThat(lane.steps()).containsExactly(blas.steps());
      for (int i = 0; i < blas.values().length; i++) {
        double value = blas.values()[i];
        assertThat(lane.values()[i]).isCloseTo(value, within(error * Math.abs(value)));
      }
    }
  }
}
