package org.basin.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.basin.plan.HittingTime;
import org.basin.plan.hitting.Persistence;
import org.basin.plan.hitting.Quantity;
import org.basin.plan.hitting.Threshold;
import org.basin.settings.Settings;
import org.basin.testing.Trials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HittingTimeTest {

  /** Every step is observed, so that hits can be compared with the series. */
  private static final Settings EVERY_STEP =
      Trials.squaredRelu(20, 300)
          .withAll(
              Map.of(
                  "observe.at.steps", 1L, "observe.probes", Trials.probes("loss", "weight-norm")));

  private static long first(double[] values, double threshold, boolean below) {
    for (int step = 0; step < values.length; step++) {
      if (below ? values[step] < threshold : values[step] >= threshold) {
        return step;
      }
    }
    return -1;
  }

  @Test
  void below_hitsAtTheFirstStepBelow() {
    HittingTime below = new HittingTime("h", "loss", 10, true, false, false);
    Outcome outcome = Trials.train(EVERY_STEP, below);
    long expected = first(Trials.series(outcome, "loss").values(), 10, true);
    assertThat(expected).isPositive();
    assertThat(outcome.hits()).containsExactly(new Hit(below, expected));
  }

  @Test
  void above_hitsAtTheFirstStepAtOrAbove() {
    HittingTime above = new HittingTime("h", "weight-norm", 1, false, false, false);
    Outcome outcome = Trials.train(EVERY_STEP, above);
    long expected = first(Trials.series(outcome, "weight-norm").values(), 1, false);
    assertThat(expected).isPositive();
    assertThat(outcome.hits()).containsExactly(new Hit(above, expected));
  }

  @Test
  void relative_isAMultipleOfTheValueAtStepZero() {
    HittingTime norm = new HittingTime("norm", "weight-norm", 2, false, true, false);
    HittingTime loss = new HittingTime("loss", "loss", 0.5, true, true, false);
    Outcome outcome = Trials.train(EVERY_STEP, norm, loss);
    double[] norms = Trials.series(outcome, "weight-norm").values();
    double[] losses = Trials.series(outcome, "loss").values();
    assertThat(outcome.hits())
        .containsExactly(
            new Hit(norm, first(norms, 2 * norms[0], false)),
            new Hit(loss, first(losses, losses[0] / 2, true)));
  }

  @Test
  void thresholdNeverCrossed_isCensored() {
    HittingTime never = new HittingTime("h", "loss", 0, true, false, false);
    Outcome outcome = Trials.train(EVERY_STEP, never);
    assertThat(outcome.hits()).containsExactly(new Hit(never, -1));
    assertThat(outcome.hits().get(0).isCensored()).isTrue();
  }

  @Test
  void thresholdHoldingAtTheStart_isHitAtStepZero() {
    HittingTime always = new HittingTime("h", "loss", 0, false, false, false);
    assertThat(Trials.train(EVERY_STEP, always).hits()).containsExactly(new Hit(always, 0));
  }

  @Test
  void watchOffTheSchedule_findsTheSameStep() {
    HittingTime half = new HittingTime("h", "loss", 0.5, true, true, false);
    Settings rarely = EVERY_STEP.with("observe.at.steps", 1000L);
    Outcome outcome = Trials.train(rarely, half);
    assertThat(outcome.hits()).isEqualTo(Trials.train(EVERY_STEP, half).hits());
    assertThat(Trials.series(outcome, "loss").steps()).containsExactly(0, 300);
  }

  @Test
  void observingHit_makesEveryProbeObserve() {
    Settings settings =
        EVERY_STEP.withAll(
            Map.of(
                "observe.at.steps",
                1000L,
                "observe.hitting-times",
                List.of(Trials.hitting("h", "loss", "below", 10))));
    Outcome outcome = Trials.train(settings);
    long hit = outcome.hits().get(0).step();
    assertThat(hit).isBetween(1L, 299L);
    assertThat(Trials.series(outcome, "loss").steps()).containsExactly(0, hit, 300);
    assertThat(Trials.series(outcome, "weight-norm").steps()).containsExactly(0, hit, 300);
  }

  @Test
  void observingHitOfStepsInARow_makesEveryProbeObserveAtTheLastOfThem() {
    Settings hitting = Trials.hitting("h", "loss", "below", 10);
    Settings rarely = EVERY_STEP.with("observe.at.steps", 1000L);
    Outcome first = Trials.train(rarely.with("observe.hitting-times", List.of(hitting)));
    Outcome fifth =
        Trials.train(rarely.with("observe.hitting-times", List.of(hitting.with("in-a-row", 5L))));
    long hit = first.hits().get(0).step() + 4;
    assertThat(fifth.hits().get(0).step()).isEqualTo(hit);
    assertThat(Trials.series(fifth, "loss").steps()).containsExactly(0, hit, 300);
  }

  @Test
  void forGood_isCensored_whereTheTrialEndsOnTheWrongSide() {
    Persistence forGood = new Persistence(1, true);
    double[] losses = Trials.series(Trials.train(EVERY_STEP), "loss").values();
    HittingTime holds = above("holds", losses[losses.length - 1], forGood);
    HittingTime fails = above("fails", losses[losses.length - 2], forGood);
    assertThat(losses[losses.length - 1]).isLessThan(losses[losses.length - 2]);
    assertThat(Trials.train(EVERY_STEP, holds, fails).hits())
        .containsExactly(new Hit(holds, 0), new Hit(fails, -1));
  }

  /** A look at every k-th step, on every way in which trials are trained. */
  @ParameterizedTest
  @CsvSource({"lanes, loss", "lanes, weight-norm", "minibatches, loss", "alone, loss"})
  void hitOfEveryKthStep_isBracketed(String how, String observable) {
    Settings every =
        switch (how) {
          case "lanes" -> EVERY_STEP;
          case "minibatches" ->
              Trials.minibatches(20, 300)
                  .with("observe.at.steps", 1L)
                  .with("observe.probes", Trials.probes("loss", "weight-norm"));
          default -> Trials.population(300).with("observe.at.steps", 1L);
        };
    double[] values = Trials.series(Trials.train(every), observable).values();
    Settings rarely = every.with("observe.at.steps", 1000L);
    for (long k : new long[] {2, 7, 100, 1000}) {
      for (int at : new int[] {0, 3, 50, 250, 300}) {
        boolean below = values[300] < values[0];
        HittingTime time = sparse(observable, values[at], below, k);
        Hit hit = Trials.train(rarely, time).hits().get(0);
        long look = -1;
        for (int n = 0; look < 0 && n <= 300; n += n + k > 300 && n < 300 ? 300 - n : (int) k) {
          look = time.threshold().isBeyond(values[n], values[at]) ? n : -1;
        }
        assertThat(hit.step()).as("every %d of %s", k, time).isEqualTo(look);
        long before = look == 300 ? (299 / k) * k : look - k;
        assertThat(hit.low()).isEqualTo(look < 0 ? -1 : Math.max(0, before + 1));
      }
    }
  }

  private static HittingTime sparse(String observable, double value, boolean below, long every) {
    return new HittingTime(
        "h",
        Quantity.of(observable),
        new Threshold(value, below, Threshold.Reference.NONE),
        Persistence.FIRST,
        false,
        every);
  }

  @Test
  void everyKthStep_isRefused_whereStepsMustFollowOneAnother() {
    Settings hitting = Trials.hitting("h", "loss", "below", 10).with("every", 5L);
    for (Settings wrong :
        List.of(
            hitting.with("in-a-row", 2L),
            hitting.with("of", "rate"),
            hitting.with("relative-to", "min-so-far"))) {
      Settings watched = EVERY_STEP.with("observe.hitting-times", List.of(wrong));
      assertThat(Trials.train(watched).error()).contains("is 5, must be 1, because");
    }
    Outcome outcome =
        Trials.train(
            EVERY_STEP
                .with("observe.at.steps", 1000L)
                .with("observe.hitting-times", List.of(hitting)));
    assertThat(outcome.hits().get(0).step() % 5).isZero();
    assertThat(Trials.series(outcome, "loss").steps())
        .containsExactly(0, outcome.hits().get(0).step(), 300);
  }

  private static HittingTime above(String name, double threshold, Persistence persistence) {
    return new HittingTime(
        name,
        Quantity.of("loss"),
        new Threshold(threshold, false, Threshold.Reference.NONE),
        persistence,
        false);
  }

  @Test
  void hittingTimeOfSweepAndTrial_isWatchedOnce() {
    Settings settings =
        EVERY_STEP.with("observe.hitting-times", List.of(Trials.hitting("h", "loss", "below", 10)));
    Outcome outcome = Trials.train(settings, new HittingTime("h", "loss", 10, true, false, true));
    assertThat(outcome.hits()).hasSize(1);
  }

  @Test
  void sweepsHittingTime_neverCausesAnObservation() {
    Settings rarely = EVERY_STEP.with("observe.at.steps", 1000L);
    Outcome outcome = Trials.train(rarely, new HittingTime("h", "loss", 10, true, false, true));
    assertThat(Trials.series(outcome, "loss").steps()).containsExactly(0, 300);
  }

  @Test
  void batchLoss_isWatchedWithoutAProbe() {
    Settings settings = Trials.minibatches(20, 300).with("observe.probes", List.of());
    Outcome outcome =
        Trials.train(settings, new HittingTime("h", "batch-loss", 0.5, true, true, false));
    assertThat(outcome.hits().get(0).step()).isPositive();
    assertThat(outcome.series()).isEmpty();
  }
}
