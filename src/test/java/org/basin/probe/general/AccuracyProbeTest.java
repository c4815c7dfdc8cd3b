package org.basin.probe.general;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.basin.linalg.Matrix;
import org.basin.settings.Settings;
import org.basin.settings.SpecException;
import org.basin.testing.Trials;
import org.basin.train.Outcome;
import org.basin.train.TrialParts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Accuracies of networks whose parameters are given, counted by hand. */
class AccuracyProbeTest {

  /** φ = W x on the points (1, 0), (0, 1), (2, 1), (−1, −1) and (0, 0). */
  private static Settings linear(List<?> weights, List<?> labels) {
    Settings tensor =
        Settings.of(Map.of("kind", "values", "name", "layers.0.weight", "values", weights));
    Map<String, Object> all = new HashMap<>(Trials.squaredRelu(1, 0).asMap());
    all.remove("data.target");
    all.putAll(
        Map.of(
            "data.kind",
            "explicit",
            "data.inputs",
            List.of(
                List.of(1.0, 0.0),
                List.of(0.0, 1.0),
                List.of(2.0, 1.0),
                List.of(-1.0, -1.0),
                List.of(0.0, 0.0)),
            "data.labels",
            labels,
            "model.kind",
            "deep-linear",
            "model.depth",
            1L,
            "init.kind",
            "explicit",
            "init.tensors",
            List.of(tensor),
            "observe.probes",
            Trials.probes("train-accuracy")));
    return Settings.of(all);
  }

  private static double accuracy(Settings settings) {
    Outcome outcome = Trials.train(settings);
    assertThat(outcome.error()).isEmpty();
    return Trials.series(outcome, "train-accuracy").values()[0];
  }

  @Test
  void severalOutputs_tellTheLargest_andOfEqualOnesTheFirst() {
    List<?> identity = List.of(List.of(1.0, 0.0), List.of(0.0, 1.0));
    // Outputs are the points: told 0, 1, 0, then twice a tie, 0.
    List<Double> first = List.of(1.0, 0.0);
    List<Double> second = List.of(0.0, 1.0);
    assertThat(accuracy(linear(identity, List.of(first, second, first, first, first))))
        .isEqualTo(1);
    assertThat(accuracy(linear(identity, List.of(first, first, second, second, first))))
        .isEqualTo(0.4);
    List<Double> plus = List.of(1.0, -1.0);
    List<Double> minus = List.of(-1.0, 1.0);
    assertThat(accuracy(linear(identity, List.of(plus, minus, plus, minus, minus)))).isEqualTo(0.6);
  }

  @Test
  void oneOutput_tellsItsSign_andZeroIsPositive() {
    List<?> difference = List.of(1.0, -1.0);
    // Outputs 1, −1, 1, 0, 0.
    assertThat(accuracy(linear(difference, List.of(1.0, -1.0, 1.0, 1.0, 1.0)))).isEqualTo(1);
    assertThat(accuracy(linear(difference, List.of(1.0, 1.0, 1.0, -1.0, -1.0)))).isEqualTo(0.4);
  }

  @Test
  void nanOutput_makesItUndefined() {
    Matrix labels = new Matrix(2, 2, new double[] {1, 0, 0, 1});
    for (int i = 0; i < 4; i++) {
      Matrix outputs = new Matrix(2, 2, new double[] {1, 0, 0, Double.POSITIVE_INFINITY});
      assertThat(AccuracyProbe.accuracy(outputs, labels)).isEqualTo(1);
      outputs.data()[i] = Double.NaN;
      assertThat(AccuracyProbe.accuracy(outputs, labels)).isNaN();
    }
  }

  @ParameterizedTest
  @CsvSource({"train, 20", "validation, 8", "test, 9"})
  void accuracy_isAShareOfItsSet_andRisesAsTheDirectionIsLearnt(String set, int size) {
    String kind = set + "-accuracy";
    Settings settings =
        Trials.classes(2000)
            .withAll(Map.of("observe.probes", Trials.probes(kind), "init.std", 0.0));
    double[] values = Trials.series(Trials.train(settings), kind).values();
    for (double value : values) {
      assertThat(value * size).isCloseTo(Math.rint(value * size), within(1e-12));
    }
    assertThat(values[values.length - 1]).isGreaterThanOrEqualTo(0.85);
  }

  @Test
  void largeSets_arePassedInBlocks() {
    Settings settings =
        Trials.classes(5)
            .withAll(
                Map.of(
                    "data.test-samples",
                    3000L,
                    "observe.probes",
                    Trials.probes("test-accuracy", "train-accuracy")));
    double[] values = Trials.series(Trials.train(settings), "test-accuracy").values();
    assertThat(values[0]).isBetween(0.0, 1.0);
    assertThat(values[0] * 3000).isCloseTo(Math.rint(values[0] * 3000), within(1e-9));
  }

  @Test
  void labelsThatAreNoClasses_areRefused() {
    refused(linear(List.of(1.0, 1.0), List.of(1.0, -1.0, 0.5, 1.0, 1.0)), "labels of 1 or -1");
    refused(
        linear(
            List.of(List.of(1.0, 0.0), List.of(0.0, 1.0)),
            List.of(
                List.of(1.0, 0.0),
                List.of(1.0, 1.0),
                List.of(1.0, 0.0),
                List.of(1.0, 0.0),
                List.of(1.0, 0.0))),
        "labels of one 1 each");
    refused(
        Trials.freshSamples(1).with("observe.probes", Trials.probes("train-accuracy")),
        "needs a finite training set");
    refused(
        Trials.freshSamples(1).with("observe.probes", Trials.probes("test-accuracy")),
        "needs data with test-samples");
  }

  private static void refused(Settings settings, String message) {
    assertThatThrownBy(() -> TrialParts.of(Trials.spec(settings, 1), List.of()))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("observe.probes[0]")
        .hasMessageContaining(message);
  }
}
