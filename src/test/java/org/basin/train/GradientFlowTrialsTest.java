package org.basin.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.basin.plan.TrialSpec;
import org.basin.settings.Settings;
import org.basin.settings.SpecException;
import org.basin.testing.Trials;
import org.junit.jupiter.api.Test;

/** Trials that follow the gradient flow: what the flow conserves, and how a trial ends. */
class GradientFlowTrialsTest {

  private static Settings flow(Settings settings, double timeStep, String... probes) {
    return settings.withAll(
        Map.of(
            "optimiser.kind",
            "gradient-flow",
            "optimiser.time-step",
            timeStep,
            "optimiser.relative-tolerance",
            1e-12,
            "optimiser.absolute-tolerance",
            1e-14,
            "optimiser.sliding-step",
            0.1,
            "optimiser.max-evaluations",
            100_000L,
            "observe.probes",
            Trials.probes(probes)));
  }

  private static double[] at(Outcome outcome, String tensor, int size, int observation) {
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = Trials.series(outcome, "parameter." + tensor, i).values()[observation];
    }
    return values;
  }

  /** W₂ᵀW₂ − W₁W₁ᵀ, 2 × 2 from 2 × 2 layers, by rows. */
  private static double[] imbalance(double[] w1, double[] w2) {
    double[] difference = new double[4];
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        for (int k = 0; k < 2; k++) {
          difference[2 * i + j] += w2[2 * k + i] * w2[2 * k + j] - w1[2 * i + k] * w1[2 * j + k];
        }
      }
    }
    return difference;
  }

  /** Holds also where the layers are not balanced: the flow conserves their imbalance. */
  @Test
  void deepLinear_keepsEveryImbalance() {
    Settings settings =
        flow(Trials.population(2000), 0.01, "loss", "parameters").with("model.depth", 3L);
    Outcome outcome = Trials.train(settings);
    assertThat(outcome.verdict()).isEqualTo(Verdict.EXHAUSTED);
    double[] first =
        imbalance(at(outcome, "layers.0.weight", 4, 0), at(outcome, "layers.1.weight", 4, 0));
    int observations = Trials.series(outcome, "loss").steps().length;
    assertThat(Trials.series(outcome, "loss").values()[observations - 1]).isLessThan(0.2);
    for (int n = 0; n < observations; n++) {
      double[] now =
          imbalance(at(outcome, "layers.0.weight", 4, n), at(outcome, "layers.1.weight", 4, n));
      for (int i = 0; i < 4; i++) {
        assertThat(now[i]).isCloseTo(first[i], within(1e-10));
      }
    }
  }

  /**
   * The flow conserves ‖w_j‖² − v_j² of every ReLU neuron, although examples cross its kink. Where
   * they slide along the kink, in steps of 1e-4 over a time of 2, this holds up to the error of
   * these steps.
   */
  @Test
  void reluNeurons_keepTheirImbalance() {
    Settings settings =
        flow(Trials.squaredRelu(3, 2000), 1e-3, "loss", "parameters")
            .withAll(
                Map.of(
                    "model.kind",
                    "two-homogeneous",
                    "model.activation.kind",
                    "relu",
                    "model.activation.derivative-at-zero",
                    0.0,
                    "init.std",
                    0.5));
    Outcome outcome = Trials.train(settings);
    assertThat(outcome.verdict()).isEqualTo(Verdict.EXHAUSTED);
    int observations = Trials.series(outcome, "loss").steps().length;
    assertThat(Trials.series(outcome, "loss").values()[observations - 1])
        .isLessThan(Trials.series(outcome, "loss").values()[0] / 2);
    for (int j = 0; j < 3; j++) {
      for (int n = 0; n < observations; n++) {
        assertThat(imbalance(outcome, j, n)).isCloseTo(imbalance(outcome, j, 0), within(5e-3));
      }
    }
  }

  private static double imbalance(Outcome outcome, int neuron, int observation) {
    double[] w = at(outcome, "layers.0.weight", 6, observation);
    double v = at(outcome, "layers.1.weight", 3, observation)[neuron];
    return w[2 * neuron] * w[2 * neuron] + w[2 * neuron + 1] * w[2 * neuron + 1] - v * v;
  }

  /** Near the origin d‖w‖²/dt = 4N(w), with an error relative to ‖w‖². Kumar &amp; Haupt (2024). */
  @Test
  void normNearTheOrigin_growsByTheCorrelation() {
    Settings settings =
        flow(Trials.squaredRelu(4, 100), 1e-4, "weight-norm", "ncf")
            .withAll(Map.of("init.std", 1e-6, "observe.at.steps", 1L));
    Outcome outcome = Trials.train(settings);
    double[] norm = Trials.series(outcome, "weight-norm").values();
    double[] ncf = Trials.series(outcome, "ncf").values();
    assertThat(norm[100]).isGreaterThan(1.1 * norm[0]);
    for (int n = 2; n < 99; n++) {
      // d ln ‖w‖²/dt = 4N(ŵ), by a difference of fourth order.
      double slope =
          (8 * Math.log(norm[n + 1] / norm[n - 1]) - Math.log(norm[n + 2] / norm[n - 2])) / 6e-4;
      assertThat(slope / (4 * ncf[n])).isCloseTo(1, within(1e-7));
    }
  }

  @Test
  void lanes_changeNoBit() {
    List<TrialSpec> specs = new ArrayList<>();
    for (int seed = 1; seed <= 5; seed++) {
      specs.add(Trials.spec(flow(Trials.squaredRelu(3, 100), 1e-3, "loss"), seed));
    }
    List<String> alone = specs.stream().map(Trials::train).map(Trials::bits).toList();
    assertThat(Trials.train(specs, 5).stream().map(Trials::bits).toList())
        .containsExactlyInAnyOrderElementsOf(alone);
  }

  @Test
  void flowThatNeedsTooMuch_failsWithTheTimeItReached() {
    Outcome outcome =
        Trials.train(
            flow(Trials.squaredRelu(3, 10), 1e3, "loss").with("optimiser.max-evaluations", 200L));
    assertThat(outcome.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(outcome.steps()).isZero();
    assertThat(outcome.error())
        .startsWith("ArithmeticException: the gradient flow cannot be followed beyond time 0.")
        .endsWith("one time step takes more than 200 gradients (max-evaluations)");
  }

  @Test
  void freshSamples_areRefused() {
    Settings fresh = flow(Trials.freshSamples(10), 1e-3, "loss");
    assertThatThrownBy(() -> TrialParts.of(Trials.spec(fresh, 1), List.of()))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "optimiser.kind is gradient-flow on the full batch, must take minibatches: the data are"
                + " fresh samples");
  }
}
