package org.basin.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.basin.plan.HittingTime;
import org.basin.plan.TrialSpec;
import org.basin.settings.Seeds;
import org.basin.settings.Settings;
import org.basin.testing.Trials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerTest {

  private static final HittingTime HALF = new HittingTime("half", "loss", 0.5, true, true, false);

  /** Trials of every kind of training. Some share data, some diverge, some have other budgets. */
  private static List<TrialSpec> specs(int width) {
    List<TrialSpec> specs = new ArrayList<>();
    for (long seed = 0; seed < 8; seed++) {
      Settings full = Trials.squaredRelu(width, 20 + seed % 3);
      specs.add(Trials.spec(full.with("init.std", 0.01 * (seed + 1)), new Seeds(1, seed, 1)));
      specs.add(Trials.spec(full.with("optimiser.step-size", 0.01 * seed + 1e-4), seed));
      specs.add(Trials.spec(full.with("precision", "float"), new Seeds(seed / 2, seed, 1)));
      Settings sgd = Trials.minibatches(width, 20);
      specs.add(Trials.spec(sgd, new Seeds(1, seed, seed / 4)));
      specs.add(Trials.spec(sgd.with("optimiser.sampling", "with-replacement"), seed));
      specs.add(Trials.spec(Trials.freshSamples(20), new Seeds(seed / 3, seed, seed)));
      specs.add(Trials.spec(Trials.population(20), seed));
    }
    return specs;
  }

  private static Map<String, String> bits(List<Outcome> outcomes) {
    Map<String, String> bits = new TreeMap<>();
    outcomes.forEach(o -> assertThat(bits.put(o.spec().id(), Trials.bits(o))).isNull());
    return bits;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 31, 100})
  void outcomes_dependOnNeitherBatchNorOrder(int width) {
    List<TrialSpec> specs = new ArrayList<>(specs(width));
    Map<String, String> alone = new TreeMap<>();
    specs.forEach(spec -> alone.putAll(bits(List.of(train(spec)))));
    for (int lanes : new int[] {1, 2, 8, 64}) {
      Collections.shuffle(specs, new Random(lanes));
      assertThat(bits(train(specs, lanes))).isEqualTo(alone);
    }
    assertThat(alone).hasSameSizeAs(specs);
  }

  private static Outcome train(TrialSpec spec) {
    return train(List.of(spec), 1).get(0);
  }

  private static List<Outcome> train(List<TrialSpec> specs, int lanes) {
    return Trials.train(specs, lanes, HALF);
  }

  @Test
  void gradientDescent_lowersTheLossOfAWellPosedTrial() {
    Outcome outcome = Trials.train(Trials.squaredRelu(20, 1000));
    double[] losses = Trials.series(outcome, "loss").values();
    assertThat(outcome.verdict()).isEqualTo(Verdict.EXHAUSTED);
    assertThat(losses[losses.length - 1]).isLessThan(1e-3 * losses[0]);
  }

  @Test
  void sgd_observesTheLossOfTheWholeSetAndOfTheMinibatch() {
    Outcome outcome = Trials.train(Trials.minibatches(5, 20));
    assertThat(Trials.series(outcome, "loss").values())
        .isNotEqualTo(Trials.series(outcome, "batch-loss").values())
        .hasSize(3);
  }

  @Test
  void freshSamples_observeTheLossOfTheirPopulation() {
    Settings fresh = Trials.freshSamples(0);
    assertThat(Trials.series(Trials.train(fresh), "loss").values())
        .isEqualTo(Trials.series(Trials.train(Trials.population(0)), "loss").values());
  }

  @Test
  void wholeSetAsMinibatch_descendsAsGradientDescent() {
    Settings full = Trials.minibatches(5, 20).with("optimiser.kind", "gradient-descent");
    Settings sgd = Trials.minibatches(5, 20).with("optimiser.batch-size", 20L);
    double[] expected = Trials.series(Trials.train(full), "loss").values();
    double[] actual = Trials.series(Trials.train(sgd), "loss").values();
    for (int i = 0; i < expected.length; i++) {
      // Each epoch sums in another order.
      assertThat(actual[i] / expected[i]).isBetween(1 - 1e-12, 1 + 1e-12);
    }
  }

  @Test
  void training_isLazyAndHoldsFewSpecs() {
    int[] taken = {0};
    Iterator<TrialSpec> endless =
        Stream.generate(
                () -> {
                  taken[0]++;
                  return Trials.spec(Trials.squaredRelu(1, taken[0]), taken[0]);
                })
            .iterator();
    Iterator<Outcome> outcomes = Trainer.train(endless, List.of(), 4);
    assertThat(taken[0]).isZero();
    for (int i = 0; i < 100; i++) {
      outcomes.next();
    }
    assertThat(taken[0]).isBetween(100, 140);
  }

  @Test
  void watch_isToldEveryStep_andChangesNothing() {
    // A kernel that runs ahead, one that goes step by step, and trials without a kernel.
    for (Settings settings :
        List.of(Trials.squaredRelu(4, 40), Trials.minibatches(4, 40), Trials.layered(40))) {
      List<TrialSpec> specs =
          LongStream.range(0, 5).mapToObj(seed -> Trials.spec(settings, seed)).toList();
      long[] told = {0};
      TrainingWatch watch =
          new TrainingWatch() {
            @Override
            public void steps(long count) {
              told[0] += count;
            }
          };
      Map<String, String> watched = new HashMap<>();
      long[] steps = {0};
      Trainer.train(specs.iterator(), List.of(), 4, HeapBudget.unlimited(), watch)
          .forEachRemaining(
              outcome -> {
                steps[0] += outcome.steps();
                watched.put(outcome.spec().id(), Trials.bits(outcome));
              });
      assertThat(told[0]).isEqualTo(steps[0]).isPositive();
      Trainer.train(specs.iterator(), List.of(), 4)
          .forEachRemaining(
              outcome ->
                  assertThat(watched).containsEntry(outcome.spec().id(), Trials.bits(outcome)));
    }
  }
}
