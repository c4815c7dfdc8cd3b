package org.basin.probe.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.basin.data.Data;
import org.basin.data.DataKinds;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.settings.RandomStreams;
import org.basin.settings.Section;
import org.basin.settings.Settings;
import org.basin.settings.SpecException;
import org.basin.testing.PaperParts;
import org.basin.testing.ProbeWalk;
import org.junit.jupiter.api.Test;

class TeacherAlignmentProbeTest {

  private static final Loss MEAN = PaperParts.loss("squared", "mean");

  private static final Map<String, ?> ALIGNMENT = Map.of("kind", "teacher-alignment");

  /**
   * One neuron in one dimension: u = 1 + w, v = 3, L = (v − u)²/2, as long as both are positive.
   */
  @Test
  void oneNeuron_isThatWorkedByHand() {
    ProbeWalk walk =
        new ProbeWalk(residual(1), population(1, 2.0), MEAN, ALIGNMENT, 0.5, new double[] {-.5});
    assertThat(walk.values.get("potential")).isEqualTo(2.5);
    assertThat(walk.values.get("neuron-sum-gap")).isEqualTo(2.5);
    assertThat(walk.values.get("teacher-distance")).isEqualTo(2.5);
    assertThat(walk.values.get("alignment")).isCloseTo(6.25, within(1e-14));
    assertThat(walk.values.get("alignment-rate")).isCloseTo(1, within(1e-15));
    assertThat(walk.values.get("alignment-sign")).isEqualTo(1);
    // At the teacher.
    walk.parameters.get(0).data()[0] = 2;
    walk.arrive();
    assertThat(walk.values.get("alignment-rate")).isNaN();
    assertThat(walk.values.get("alignment-sign")).isZero();
    // Beyond it, on the other side.
    walk.parameters.get(0).data()[0] = -2;
    walk.arrive();
    assertThat(walk.values.get("potential")).isEqualTo(2);
    assertThat(walk.values.get("teacher-distance")).isEqualTo(4);
    // f = ReLU(-x), f* = ReLU(3x): nothing on x < 0 but f itself, so −∂L/∂u = −u = 1.
    assertThat(walk.values.get("alignment")).isCloseTo(4, within(1e-14));
  }

  /** U = 2I, V = diag(1, 1): shrinking, A = V − U = −I in every direction. */
  @Test
  void potentialMatrix_isThatWorkedByHand() {
    Map<String, ?> probe = Map.of("kind", "potential-matrix", "tolerance", 1e-10);
    ProbeWalk walk =
        new ProbeWalk(residual(2), population(2, 0.0), MEAN, probe, 0.5, new double[] {1, 0, 0, 1});
    assertThat(walk.values.get("potential-matrix-norm")).isCloseTo(1, within(1e-14));
    // U = (3 0; 4 0): A = e₁e₁ᵀ + e₂e₂ᵀ − 7 e₁e₁ᵀ.
    System.arraycopy(new double[] {2, 4, 0, -1}, 0, walk.parameters.get(0).data(), 0, 4);
    walk.arrive();
    assertThat(walk.values.get("potential-matrix-norm")).isCloseTo(6, within(1e-13));
    // A neuron of 0 counts nothing.
    System.arraycopy(new double[] {-1, 0, 0, 0.5}, 0, walk.parameters.get(0).data(), 0, 4);
    walk.arrive();
    assertThat(walk.values.get("potential-matrix-norm")).isCloseTo(1, within(1e-14));
  }

  @Test
  void trainingSet_isMeasuredByItsLaw() {
    double[] start = {0.1, -0.2, 0.3, 0.4};
    ProbeWalk exact = new ProbeWalk(residual(2), population(2, 0.5), MEAN, ALIGNMENT, 0.1, start);
    Data set = data("gaussian", 2, 0.5, Map.of("samples", 3L, "fresh", false, "std", 1.0));
    ProbeWalk sampled = new ProbeWalk(residual(2), set, MEAN, ALIGNMENT, 0.1, start);
    assertThat(sampled.values).isEqualTo(exact.values);
    // No closed form for a sum: then it is the training set's own gradient.
    ProbeWalk own =
        new ProbeWalk(residual(2), set, PaperParts.loss("squared", "sum"), ALIGNMENT, 0.1, start);
    assertThat(own.values.get("alignment")).isNotEqualTo(exact.values.get("alignment"));
    assertThat(own.values.get("potential")).isEqualTo(exact.values.get("potential"));
  }

  @Test
  void phaseOne_endsWhenThePotentialIsLow_andTheAlignmentStaysPositive() {
    Map<String, ?> probe = Map.of("kind", "phase-one", "potential", 1.0);
    // v = 3: w = 2 is the teacher, where the alignment is 0.
    ProbeWalk walk =
        new ProbeWalk(residual(1), population(1, 2.0), MEAN, probe, 0.5, new double[] {0});
    assertThat(walk.values.get("phase-one-end-by-potential")).isNaN();
    assertThat(walk.values.get("phase-one-end-by-alignment")).isEqualTo(0);
    double[] w = walk.parameters.get(0).data();
    w[0] = 2;
    walk.arrive();
    assertThat(walk.values.get("phase-one-end-by-potential")).isEqualTo(1);
    assertThat(walk.values.get("phase-one-end-by-alignment")).isNaN();
    w[0] = 0;
    walk.arrive();
    w[0] = 1.5;
    walk.arrive();
    assertThat(walk.values.get("phase-one-end-by-potential")).isEqualTo(1);
    assertThat(walk.values.get("phase-one-end-by-alignment")).isEqualTo(2);
    w[0] = Double.NaN;
    walk.arrive();
    assertThat(walk.values.get("phase-one-end-by-alignment")).isNaN();
  }

  @Test
  void modelOrTeacherOfAnotherSort_isAnError() {
    assertThatThrownBy(
            () ->
                new ProbeWalk(
                    PaperParts.squaredRelu(2),
                    PaperParts.grid(4),
                    MEAN,
                    ALIGNMENT,
                    0.1,
                    new double[] {1}))
        .isInstanceOf(SpecException.class)
        .hasMessage("observe.probes[0] is teacher-alignment, which needs a residual model");
    assertThatThrownBy(
            () ->
                new ProbeWalk(
                    residual(2), PaperParts.grid(4), MEAN, ALIGNMENT, 0.1, new double[] {1}))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "observe.probes[0] is teacher-alignment, which needs labels of a residual"
                + " network");
  }

  private static Model residual(int inputs) {
    return PaperParts.model(
        inputs,
        Map.of(
            "kind",
            "residual",
            "skip",
            "identity",
            "activation.kind",
            "relu",
            "activation.derivative-at-zero",
            0.0));
  }

  /** A teacher V = (1 + c) I. */
  private static Data population(int inputs, double c) {
    return data("population", inputs, c, Map.of("law", "gaussian", "scale", 1.0));
  }

  private static Data data(String kind, long inputs, double c, Map<String, ?> law) {
    Map<String, Object> settings = new TreeMap<>(law);
    settings.put("kind", kind);
    settings.put("dimension", inputs);
    settings.put("teacher.kind", "network");
    settings.put("teacher.outputs", 1L);
    settings.put("teacher.model.kind", "residual");
    settings.put("teacher.model.skip", "identity");
    settings.put("teacher.model.activation.kind", "relu");
    settings.put("teacher.model.activation.derivative-at-zero", 0.0);
    settings.put("teacher.init.kind", "explicit");
    settings.put(
        "teacher.init.tensors",
        List.of(
            Settings.of(
                Map.of(
                    "kind",
                    "values",
                    "name",
                    "layers.0.weight",
                    "values",
                    inputs == 1
                        ? List.of(List.of(c))
                        : List.of(List.of(c, 0.0), List.of(0.0, c))))));
    Section section = new Section("data", Settings.of(settings));
    return DataKinds.CATALOGUE.of(section).create(section, RandomStreams.stream(0, "data"));
  }
}
