package org.basin.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.basin.data.DataKinds;
import org.basin.nn.activation.Activations;
import org.basin.nn.init.Initialisers;
import org.basin.nn.loss.Losses;
import org.basin.nn.model.Models;
import org.basin.nn.optimiser.Optimisers;
import org.basin.nn.penalty.Penalties;
import org.basin.nn.schedule.Schedules;
import org.basin.plan.TrialSpec;
import org.basin.settings.Catalogue;
import org.basin.settings.Settings;
import org.basin.settings.SpecException;
import org.basin.testing.LawOneData;
import org.basin.testing.LawOneExamples;
import org.basin.testing.OwnKinds;
import org.basin.testing.Setup;
import org.basin.testing.Trials;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Law 1: a trial's bits depend neither on how many trials are trained side by side, nor on which,
 * nor on their order. It is tried on every kind of every catalogue, in both precisions.
 */
class LawOneTest {

  private static final int STEPS = 7;
  private static final String ALL = "[data, init, order]";

  @TempDir static Path folder;

  @BeforeAll
  static void write() {
    LawOneData.write(folder);
  }

  @Test
  void everyKind_hasAnExample() {
    assertExamples(Models.CATALOGUE, LawOneExamples.MODELS, "MODELS");
    assertExamples(Losses.CATALOGUE, LawOneExamples.LOSSES, "LOSSES");
    assertExamples(Optimisers.CATALOGUE, LawOneExamples.OPTIMISERS, "OPTIMISERS");
    assertExamples(Initialisers.CATALOGUE, LawOneExamples.INITIALISERS, "INITIALISERS");
    assertExamples(Activations.CATALOGUE, LawOneExamples.ACTIVATIONS, "ACTIVATIONS");
    assertExamples(Schedules.CATALOGUE, LawOneExamples.SCHEDULES, "SCHEDULES");
    assertExamples(Penalties.CATALOGUE, LawOneExamples.PENALTIES, "PENALTIES");
    OwnKinds.assertHaveExamples(
        DataKinds.CATALOGUE, LawOneData.examples(folder).keySet(), "examples() of LawOneData");
  }

  private static void assertExamples(Catalogue<?> catalogue, Map<String, ?> examples, String name) {
    OwnKinds.assertHaveExamples(catalogue, examples.keySet(), name + " of LawOneExamples");
  }

  /** Includes what trials may share: the data and the order of their examples. */
  @ParameterizedTest
  @ValueSource(strings = {ALL, "[init]"})
  void modelLossAndOptimiser_trainTheSame_inAnyBatch(String vary) {
    List<Setup> setups = LawOneExamples.modelsByLossesByOptimisers();
    Map<String, Outcome> alone = assertSameInAnyBatch(setups, 2, vary);
    assertThat(alone.values()).extracting(Outcome::verdict).contains(Verdict.DIVERGED);
    assertThat(alone.values().stream().filter(LawOneTest::isFloat)).hasSizeGreaterThan(20);
  }

  @ParameterizedTest
  @ValueSource(strings = {ALL, "[init]"})
  void dataAndOptimiser_trainTheSame_inAnyBatch(String vary) {
    assertSameInAnyBatch(LawOneData.byOptimisers(folder), 3, vary);
  }

  @Test
  void everyOtherComponent_trainsTheSame_inAnyBatch() {
    assertSameInAnyBatch(LawOneExamples.otherComponents(), 3, ALL);
  }

  /**
   * Trains the trials alone and in batches. Returns the outcomes of those that were trained alone.
   */
  private static Map<String, Outcome> assertSameInAnyBatch(
      List<Setup> setups, int seeds, String vary) {
    List<TrialSpec> doubles = Setup.trials(folder, setups, seeds, vary, STEPS);
    List<TrialSpec> specs = new ArrayList<>(doubles);
    doubles.stream().map(LawOneTest::inFloat).filter(LawOneTest::canBe).forEach(specs::add);
    Map<String, Outcome> alone = train(specs, 1);
    assertThat(alone).hasSameSizeAs(specs);
    assertThat(alone.values())
        .allSatisfy(
            outcome ->
                assertThat(outcome.verdict())
                    .as("%s %s", outcome.error(), outcome.spec().settings())
                    .isIn(Verdict.EXHAUSTED, Verdict.DIVERGED));
    Random random = new Random(1);
    for (int lanes : new int[] {2, 8, 64}) {
      Collections.shuffle(specs, random);
      assertSame(train(specs, lanes), alone, lanes);
    }
    return alone;
  }

  static void assertSame(Map<String, Outcome> batched, Map<String, Outcome> alone, int lanes) {
    assertThat(batched).hasSameSizeAs(alone);
    batched.forEach(
        (id, outcome) ->
            assertThat(Trials.bits(outcome))
                .as("in batches of %d: %s", lanes, outcome.spec().settings())
                .isEqualTo(Trials.bits(alone.get(id))));
  }

  static Map<String, Outcome> train(List<TrialSpec> specs, int lanes) {
    return Trials.train(specs, lanes).stream()
        .collect(Collectors.toMap(o -> o.spec().id(), o -> o, (a, b) -> a, TreeMap::new));
  }

  static boolean isFloat(Outcome outcome) {
    return outcome.spec().text("precision").equals("float");
  }

  static TrialSpec inFloat(TrialSpec spec) {
    Settings settings = spec.settings().with("precision", "float");
    return new TrialSpec(
        spec.index(), spec.id() + "-float", spec.pointId(), spec.seed(), spec.seeds(), settings);
  }

  /** Whether a kernel in float trains the trial. If none does, a trial in float is refused. */
  private static boolean canBe(TrialSpec spec) {
    try {
      return TrialParts.of(spec, List.of()).laneShape() != null;
    } catch (SpecException e) {
      assertThat(e).hasMessageContaining("no kernel in float trains such a trial");
      return false;
    }
  }
}
