package org.basin.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.basin.plan.TrialSpec;
import org.basin.settings.Settings;
import org.basin.testing.Trials;
import org.junit.jupiter.api.Test;

class StoppingTest {

  private static final Settings LONG = Trials.squaredRelu(20, 5000);

  @Test
  void budget_exhaustsAndObservesTheLastStep() {
    Outcome outcome = Trials.train(Trials.squaredRelu(3, 25));
    assertThat(outcome.verdict()).isEqualTo(Verdict.EXHAUSTED);
    assertThat(outcome.steps()).isEqualTo(25);
    assertThat(Trials.series(outcome, "loss").steps()).containsExactly(0, 10, 20, 25);
  }

  @Test
  void noBudget_observesStepZeroOnce() {
    Outcome outcome = Trials.train(Trials.squaredRelu(3, 0));
    assertThat(outcome.steps()).isZero();
    assertThat(Trials.series(outcome, "loss").steps()).containsExactly(0);
  }

  @Test
  void targetLoss_convergesAtTheFirstStepAtOrBelow() {
    Settings everyStep = LONG.with("observe.at.steps", 1L).with("stop.target-loss", 1.0);
    Outcome outcome = Trials.train(everyStep);
    double[] losses = Trials.series(outcome, "loss").values();
    assertThat(outcome.verdict()).isEqualTo(Verdict.CONVERGED);
    assertThat(outcome.steps()).isEqualTo(losses.length - 1).isBetween(1L, 4999L);
    assertThat(losses[losses.length - 1]).isLessThanOrEqualTo(1.0);
    assertThat(losses[losses.length - 2]).isGreaterThan(1.0);
  }

  @Test
  void gradientNorm_convergesAtTheFirstStepAtOrBelow() {
    Outcome outcome =
        Trials.train(
            LONG.withAll(
                Map.of(
                    "stop.gradient-norm",
                    0.5,
                    "observe.at.steps",
                    1L,
                    "init.std",
                    0.5,
                    "observe.probes",
                    Trials.probes("gradient-norm"))));
    double[] norms = Trials.series(outcome, "gradient-norm").values();
    assertThat(outcome.verdict()).isEqualTo(Verdict.CONVERGED);
    assertThat(norms[norms.length - 1]).isLessThanOrEqualTo(0.5);
    assertThat(norms[norms.length - 2]).isGreaterThan(0.5);
  }

  @Test
  void targetLoss_ofAStochasticTrialIsTheWholeLoss() {
    Outcome outcome = Trials.train(Trials.minibatches(20, 5000).with("stop.target-loss", 1.0));
    Series loss = Trials.series(outcome, "loss");
    assertThat(outcome.verdict()).isEqualTo(Verdict.CONVERGED);
    assertThat(loss.values()[loss.values().length - 1]).isLessThanOrEqualTo(1.0);
  }

  @Test
  void growthBeyondTheFactor_diverges() {
    Outcome outcome =
        Trials.train(
            LONG.withAll(
                Map.of(
                    "optimiser.step-size", 1.0,
                    "stop.divergence-factor", 10.0,
                    "observe.at.steps", 1L)));
    double[] losses = Trials.series(outcome, "loss").values();
    assertThat(outcome.verdict()).isEqualTo(Verdict.DIVERGED);
    assertThat(losses[losses.length - 1]).isGreaterThan(10 * losses[0]);
    assertThat(losses[losses.length - 2]).isLessThanOrEqualTo(10 * losses[0]);
  }

  @Test
  void nonFiniteLoss_divergesWhateverTheFactorAndIsObserved() {
    Outcome outcome =
        Trials.train(
            LONG.withAll(
                Map.of("optimiser.step-size", 1.0, "stop.divergence-factor", Double.MAX_VALUE)));
    Series loss = Trials.series(outcome, "loss");
    assertThat(outcome.verdict()).isEqualTo(Verdict.DIVERGED);
    assertThat(loss.steps()[loss.steps().length - 1]).isEqualTo(outcome.steps());
    assertThat(loss.values()[loss.values().length - 1]).isNotEqualTo(loss.values()[0]);
    assertThat(Double.isFinite(loss.values()[loss.values().length - 1])).isFalse();
  }

  @Test
  void noiseAroundALossOfZero_isNoDivergence() {
    StoppingRule rule = new StoppingRule(10, Double.NaN, Double.NaN, 1e6, 1, 1);
    assertThat(rule.isDiverged(1e-20, 0)).isFalse();
    assertThat(rule.isDiverged(1, 0)).isTrue();
    assertThat(rule.isDiverged(Double.NaN, 1)).isTrue();
    assertThat(rule.isDiverged(Double.NEGATIVE_INFINITY, 1)).isTrue();
  }

  @Test
  void ownClockBeyondTheLimit_timesOut() {
    Outcome outcome =
        Trials.train(Trials.squaredRelu(3, 1_000_000_000L).with("stop.max-seconds", 1e-9));
    assertThat(outcome.verdict()).isEqualTo(Verdict.TIMED_OUT);
    Series loss = Trials.series(outcome, "loss");
    assertThat(loss.steps()[loss.steps().length - 1]).isEqualTo(outcome.steps());
  }

  @Test
  void timeThatIsUpWithinALongStep_endsItThere() {
    Settings wide =
        Trials.layered(10)
            .withAll(
                Map.of(
                    "model.width",
                    700L,
                    "data.samples",
                    1500L,
                    "optimiser.kind",
                    "gradient-descent",
                    "stop.max-seconds",
                    1e-9));
    for (String precise : List.of("relu", "tanh")) { // By a kernel, and by the model itself.
      Outcome outcome = Trials.train(wide.with("model.activation.kind", precise));
      assertThat(outcome.verdict()).isEqualTo(Verdict.TIMED_OUT);
      assertThat(outcome.error()).isEmpty();
      assertThat(outcome.steps()).isZero();
      assertThat(outcome.series()).isEmpty();
    }
  }

  @Test
  void timeThatIsUp_leavesOtherLanesOfTheSameExamplesAlone() {
    Settings plain = Trials.layered(30).with("model.activation.kind", "tanh");
    List<TrialSpec> specs =
        List.of(
            Trials.spec(plain.with("stop.max-seconds", 1e-9), 4),
            Trials.spec(plain, 4),
            Trials.spec(plain.with("stop.max-seconds", 1e9), 4));
    List<Outcome> outcomes = Trials.train(specs, 3);
    assertThat(outcomes.stream().map(Outcome::verdict))
        .containsExactlyInAnyOrder(Verdict.TIMED_OUT, Verdict.EXHAUSTED, Verdict.EXHAUSTED);
    for (Outcome outcome : outcomes) {
      if (outcome.verdict() == Verdict.EXHAUSTED) {
        assertThat(Trials.bits(outcome)).isEqualTo(Trials.bits(Trials.train(outcome.spec())));
      }
    }
  }
}
