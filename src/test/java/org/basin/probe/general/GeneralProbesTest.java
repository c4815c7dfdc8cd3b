package org.basin.probe.general;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.basin.linalg.Matrix;
import org.basin.linalg.SingularValues;
import org.basin.settings.Settings;
import org.basin.settings.SpecException;
import org.basin.testing.Trials;
import org.basin.train.Outcome;
import org.basin.train.TrialParts;
import org.junit.jupiter.api.Test;

/** Sharpness, drift of the tangent kernel, ranks and dead units where they are known. */
class GeneralProbesTest {

  private static final Settings SHARPNESS =
      Settings.of(Map.of("kind", "sharpness", "tolerance", 1e-9, "max-iterations", 50L));
  private static final Settings DRIFT = Settings.of(Map.of("kind", "ntk-drift", "examples", 3L));
  private static final Settings RANK =
      Settings.of(Map.of("kind", "effective-rank", "examples", 9L));
  private static final Settings PARAMETERS = Settings.of(Map.of("kind", "parameters"));

  /** f(x) = W_N ⋯ W_1 x, every hidden layer one neuron wide, labels x1 + 2·x2 or the like. */
  private static Settings linear(long depth, List<List<Double>> inputs, List<Double> labels) {
    return without(Trials.squaredRelu(1, 20), "data.samples", "data.target")
        .withAll(
            Map.of(
                "data.kind",
                "explicit",
                "data.inputs",
                inputs,
                "data.labels",
                labels,
                "model.kind",
                "deep-linear",
                "model.depth",
                depth,
                "model.width",
                1L,
                "init.std",
                1.0,
                "optimiser.step-size",
                0.02));
  }

  private static Settings without(Settings settings, String... paths) {
    Map<String, Object> map = new TreeMap<>(settings.asMap());
    map.keySet().removeAll(List.of(paths));
    return Settings.of(map);
  }

  private static Outcome observed(Settings trial, Settings... probes) {
    Outcome outcome = Trials.train(trial.with("observe.probes", List.of(probes)));
    assertThat(outcome.error()).isEmpty();
    return outcome;
  }

  private static double[] values(Outcome outcome, String observable) {
    return Trials.series(outcome, observable).values();
  }

  /** ½Σ(wᵀx − y)² has the Hessian Σxxᵀ = [[1, 1], [1, 5]], with eigenvalues 3 ± √5. */
  @Test
  void sharpness_ofAQuadratic_isItsHessiansWhereverItIs() {
    Outcome outcome =
        observed(
            linear(1, List.of(List.of(1.0, 1.0), List.of(0.0, 2.0)), List.of(3.0, 4.0)), SHARPNESS);
    double expected = 3 + Math.sqrt(5);
    assertThat(values(outcome, "sharpness"))
        .containsExactly(new double[] {expected, expected, expected}, within(1e-8));
    assertThat(values(outcome, "sharpness-error"))
        .containsExactly(new double[] {0, 0, 0}, within(1e-7));
  }

  /** ½(uvx − y)² has the Hessian [[v²x², 2uvx² − xy], [2uvx² − xy, u²x²]]. */
  @Test
  void sharpness_ofAProduct_isThatOfItsTwoByTwoHessian() {
    Outcome outcome =
        observed(linear(2, List.of(List.of(1.5)), List.of(2.0)), SHARPNESS, PARAMETERS);
    double[] u = Trials.series(outcome, "parameter.layers.0.weight", 0).values();
    double[] v = Trials.series(outcome, "parameter.layers.1.weight", 0).values();
    for (int i = 0; i < u.length; i++) {
      double a = v[i] * v[i] * 2.25;
      double d = u[i] * u[i] * 2.25;
      double b = 2 * u[i] * v[i] * 2.25 - 3;
      double expected = (a + d) / 2 + Math.hypot((a - d) / 2, b);
      assertThat(values(outcome, "sharpness")[i]).isCloseTo(expected, within(1e-8));
    }
  }

  @Test
  void sharpness_needsAKnownLoss() {
    Settings trial =
        without(Trials.freshSamples(2), "data.teacher.kind", "data.teacher.vector")
            .with("data.target", "x1")
            .with("observe.probes", List.of(SHARPNESS));
    assertThatThrownBy(() -> TrialParts.of(Trials.spec(trial, 1), List.of()))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "observe.probes[0] is sharpness, which needs a loss over all examples, but it is not known here");
  }

  @Test
  void tangentKernel_ofALinearModel_doesNotMove() {
    List<List<Double>> inputs = List.of(List.of(1.0, 1.0), List.of(0.0, 2.0));
    assertThat(values(observed(linear(1, inputs, List.of(3.0, 4.0)), DRIFT), "ntk-drift"))
        .containsExactly(0, 0, 0);
  }

  /** f = uvx has K(x, x′) = (u² + v²)·xx′. */
  @Test
  void ntkDrift_ofAProduct_isThatOfItsSquares() {
    List<List<Double>> inputs = List.of(List.of(1.5), List.of(-0.5), List.of(2.0), List.of(9.0));
    Outcome outcome =
        observed(
            linear(2, inputs, List.of(2.0, 1.0, 1.0, 0.0)).with("optimiser.step-size", 1e-4),
            DRIFT,
            PARAMETERS);
    double[] u = Trials.series(outcome, "parameter.layers.0.weight", 0).values();
    double[] v = Trials.series(outcome, "parameter.layers.1.weight", 0).values();
    double first = u[0] * u[0] + v[0] * v[0];
    for (int i = 0; i < u.length; i++) {
      assertThat(values(outcome, "ntk-drift")[i])
          .isCloseTo(Math.abs(u[i] * u[i] + v[i] * v[i] - first) / first, within(1e-13));
    }
    assertThat(values(outcome, "ntk-drift")[2]).isGreaterThan(1e-3);
  }

  @Test
  void ranks_ofKnownMatrices() {
    SingularValues identity = SingularValues.of(Matrix.identity(5));
    assertThat(identity.effectiveRank()).isCloseTo(5, within(1e-14));
    assertThat(identity.stableRank()).isCloseTo(5, within(1e-14));
    SingularValues one = SingularValues.of(Matrix.ofRows(new double[][] {{1, 2, 3}, {2, 4, 6}}));
    assertThat(one.effectiveRank()).isCloseTo(1, within(1e-13));
    assertThat(one.stableRank()).isCloseTo(1, within(1e-13));
    SingularValues two = SingularValues.of(Matrix.ofRows(new double[][] {{0, 3}, {1, 0}, {0, 0}}));
    // p = ¾, ¼: the entropy is 2 ln 2 − ¾ ln 3.
    assertThat(two.effectiveRank()).isCloseTo(4 / Math.pow(3, 0.75), within(1e-14));
    assertThat(two.stableRank()).isCloseTo(10 / 9.0, within(1e-14));
    assertThat(SingularValues.of(new Matrix(2, 2)).effectiveRank()).isNaN();
    assertThat(SingularValues.of(new Matrix(2, 2)).stableRank()).isNaN();
    Matrix broken = Matrix.identity(2);
    broken.set(0, 1, Double.NaN);
    assertThat(SingularValues.of(broken).effectiveRank()).isNaN();
    assertThat(SingularValues.of(broken).stableRank()).isNaN();
  }

  /** A hidden layer of tensors given by rows, on the inputs (1, 0), (−1, 0), (0, 1). */
  private static Settings hidden(List<List<Double>> weight, double bias) {
    Settings rows =
        Settings.of(Map.of("kind", "values", "name", "layers.0.weight", "values", weight));
    Settings biases = constant("layers.0.bias", bias);
    Settings outputs = constant("layers.1.weight", 1);
    return linear(
            1,
            List.of(List.of(1.0, 0.0), List.of(-1.0, 0.0), List.of(0.0, 1.0)),
            List.of(1.0, 2.0, 3.0))
        .withAll(
            Map.of(
                "model.kind",
                "two-layer",
                "model.width",
                (long) weight.size(),
                "model.activation.kind",
                "relu",
                "model.activation.derivative-at-zero",
                0.0,
                "model.bias",
                true,
                "model.output-bias",
                false,
                "init.kind",
                "explicit",
                "init.tensors",
                List.of(rows, biases, outputs),
                "stop.max-steps",
                0L))
        .withAll(
            Map.of(
                "model.train-hidden", true, "model.train-bias", true, "model.train-output", true));
  }

  private static Settings constant(String tensor, double value) {
    return Settings.of(Map.of("kind", "constant", "name", tensor, "value", value));
  }

  @Test
  void ranksOfFeatures_areThoseOfTheActivations() {
    // Features by neuron: (1, 0, 0), (0, 0, 1), (1, 0, 1), so singular values √3, 1, 0.
    List<List<Double>> weight = List.of(List.of(1.0, 0.0), List.of(0.0, 1.0), List.of(1.0, 1.0));
    Outcome outcome = observed(hidden(weight, 0), RANK);
    double p = Math.sqrt(3) / (Math.sqrt(3) + 1);
    assertThat(values(outcome, "effective-rank.features.0")[0])
        .isCloseTo(Math.exp(-p * Math.log(p) - (1 - p) * Math.log(1 - p)), within(1e-12));
    assertThat(values(outcome, "stable-rank.features.0")[0]).isCloseTo(4 / 3.0, within(1e-12));
    assertThat(values(outcome, "stable-rank.layers.0.weight")[0]).isCloseTo(4 / 3.0, within(1e-12));
  }

  @Test
  void deadUnits_areThoseThatNoInputReaches() {
    // On the inputs given the third is 0, 0, −1 and so dead; a bias of 2 wakes it.
    List<List<Double>> weight =
        List.of(List.of(1.0, 0.0), List.of(0.0, 1.0), List.of(0.0, -1.0), List.of(-1.0, 0.0));
    Settings probe = Settings.of(Map.of("kind", "dead-units"));
    Outcome outcome = observed(hidden(weight, 0), probe);
    assertThat(values(outcome, "dead-units")).containsExactly(0.25);
    assertThat(Trials.series(outcome, "dead-units", 0).values()).containsExactly(0.25);
    assertThat(values(observed(hidden(weight, 2), probe), "dead-units")).containsExactly(0);
    assertThat(values(observed(hidden(weight, -2), probe), "dead-units")).containsExactly(1);
  }

  @Test
  void meanBatchLoss_isTheMeanOfAllStepsSoFar() {
    Settings trial = Trials.minibatches(2, 20).with("observe.at.steps", 1L);
    Settings probe = Settings.of(Map.of("kind", "mean-batch-loss"));
    Outcome outcome = observed(trial, probe, Settings.of(Map.of("kind", "loss")));
    double sum = 0;
    double[] losses = values(outcome, "batch-loss");
    for (double loss : losses) {
      sum += loss;
    }
    assertThat(losses).hasSize(21);
    assertThat(values(outcome, "mean-batch-loss")[20]).isCloseTo(sum / 21, within(1e-15 * sum));
  }

  @Test
  void deadUnits_needATrainingSet_andNeurons() {
    Settings probe = Settings.of(Map.of("kind", "dead-units"));
    for (Settings trial :
        List.of(Trials.population(1), linear(1, List.of(List.of(1.0)), List.of(1.0)))) {
      Settings probed = trial.with("observe.probes", List.of(probe));
      assertThatThrownBy(() -> TrialParts.of(Trials.spec(probed, 1), List.of()))
          .isInstanceOf(SpecException.class)
          .hasMessageStartingWith("observe.probes[0] is dead-units, which needs a ");
    }
  }
}
