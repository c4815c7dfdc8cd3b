package org.basin.probe.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.basin.nn.Neural;
import org.basin.testing.PaperParts;
import org.basin.testing.ProbeWalk;
import org.junit.jupiter.api.Test;

class NeuronNcfProbeTest {

  private static final Map<String, ?> NEURON_NCF =
      Map.of("kind", "neuron-ncf", "maximiser-starts", 0L);

  /** Three neurons at 0°, 180° and 90°, of norms 1e-4, 2 and 1. */
  private static ProbeWalk grid() {
    double[] weights = {1e-4, -2, 0, 0, 0, 1};
    return new ProbeWalk(
        PaperParts.squaredRelu(3),
        PaperParts.grid(50),
        PaperParts.halfSum(),
        NEURON_NCF,
        0,
        weights);
  }

  @Test
  void neurons_haveTheKnownCorrelations() {
    Map<String, Double> values = grid().values;
    assertThat(values.get("neuron-ncf/0")).isCloseTo(46.875, within(1e-11));
    assertThat(values.get("neuron-ncf/1")).isCloseTo(37.5, within(1e-11));
    assertThat(values.get("neuron-ncf/2")).isCloseTo(14.0625, within(1e-11));
    assertThat(values.get("neuron-kkt/0")).isCloseTo(0, within(1e-13));
    assertThat(values.get("neuron-deviation/0")).isCloseTo(0, within(1e-10));
    assertThat(values.get("neuron-deviation/1")).isCloseTo(0, within(1e-10));
    assertThat(values.get("neuron-deviation/2")).isCloseTo(90, within(1e-10));
    assertThat(values.get("neuron-cosine/2")).isCloseTo(0, within(1e-12));
  }

  @Test
  void maximisers_areRecordedAtTheStart() {
    ProbeWalk walk = grid();
    assertThat(walk.values.get("maximiser-angle/0")).isCloseTo(0, within(1e-10));
    assertThat(walk.values.get("maximiser-ncf/0")).isCloseTo(46.875, within(1e-11));
    assertThat(Math.abs(walk.values.get("maximiser-angle/1"))).isCloseTo(180, within(1e-10));
    assertThat(walk.values.get("maximiser-ncf/1")).isCloseTo(37.5, within(1e-11));
    assertThat(walk.values).doesNotContainKey("maximiser-angle/2");
    assertThat(walk.arrive().values).doesNotContainKey("maximiser-angle/0");
  }

  @Test
  void kktResidual_isTheSlopeAlongTheCircle() {
    double h = 1e-5;
    double n = ncf(37);
    double slope = (ncf(37 + Math.toDegrees(h)) - ncf(37 - Math.toDegrees(h))) / (2 * h);
    double[] neuron = PaperParts.at(37, 0.01);
    ProbeWalk walk =
        new ProbeWalk(
            PaperParts.squaredRelu(1),
            PaperParts.grid(50),
            PaperParts.halfSum(),
            NEURON_NCF,
            0,
            neuron);
    // ∇N₁ has the parts 2N₁ along ŵ (Euler) and dN₁/dφ across.
    assertThat(walk.values.get("neuron-kkt/0"))
        .isCloseTo(Math.abs(slope) / Math.hypot(slope, 2 * n), within(1e-8));
    assertThat(walk.values.get("neuron-ncf/0")).isCloseTo(n, within(1e-11));
  }

  private static double ncf(double degrees) {
    var set = PaperParts.grid(50);
    double[] h =
        ((Neural) PaperParts.squaredRelu(1)).neuron(PaperParts.at(degrees, 1), 1, set.examples());
    double sum = 0;
    for (int i = 0; i < h.length; i++) {
      sum += set.labels().data()[i] * h[i];
    }
    return sum;
  }

  @Test
  void outputWeight_belongsToTheNeuron() {
    var set = PaperParts.set(new double[][] {{1, 0}}, 1);
    // N₁(w, v) = v·max(0, w₁), greatest on the sphere at w₁ = v = 1/√2.
    ProbeWalk walk =
        new ProbeWalk(
            PaperParts.relu(2, 0),
            set,
            PaperParts.halfSum(),
            NEURON_NCF,
            0,
            new double[] {3, 1, 0, 0},
            new double[] {3, 0});
    assertThat(walk.values.get("neuron-ncf/0")).isCloseTo(0.5, within(1e-15));
    assertThat(walk.values.get("neuron-deviation/0")).isCloseTo(0, within(1e-12));
    assertThat(walk.values.get("neuron-ncf/1")).isZero();
    assertThat(walk.values.get("neuron-deviation/1")).isCloseTo(45, within(1e-12));
  }

  @Test
  void deadNeuron_isUndefined() {
    ProbeWalk walk =
        new ProbeWalk(
            PaperParts.squaredRelu(1),
            PaperParts.grid(50),
            PaperParts.halfSum(),
            NEURON_NCF,
            0,
            new double[2]);
    assertThat(walk.values.get("neuron-ncf/0")).isNaN();
    assertThat(walk.values.get("neuron-deviation/0")).isNaN();
  }

  @Test
  void atASaddle_theSmallNeuronsSeeResidualLabels() {
    // √5 at 0° fits the right half; what it leaves has its one maximiser at 180°.
    double[] weights = {Math.sqrt(5), -1e-3, 0, 0, 0, 1e-3};
    Map<String, ?> probe =
        Map.of(
            "kind", "neuron-ncf", "maximiser-starts", 0L, "saddle", List.of(0.0), "name", "rest");
    ProbeWalk walk =
        new ProbeWalk(
            PaperParts.squaredRelu(3),
            PaperParts.grid(50),
            PaperParts.halfSum(),
            probe,
            0,
            weights);
    assertThat(walk.values).doesNotContainKey("neuron-ncf.rest/0");
    assertThat(walk.values.get("neuron-ncf.rest/1")).isCloseTo(37.5, within(1e-11));
    assertThat(walk.values.get("neuron-deviation.rest/1")).isCloseTo(0, within(1e-10));
    assertThat(walk.values.get("neuron-deviation.rest/2")).isCloseTo(90, within(1e-10));
    assertThat(Math.abs(walk.values.get("maximiser-angle.rest/0"))).isCloseTo(180, within(1e-10));
    assertThat(walk.values.get("maximiser-ncf.rest/0")).isCloseTo(37.5, within(1e-11));
  }

  @Test
  void moreInputs_haveTheMaximisersThatAreFound() {
    // N₁ = 3·max(0, w₁)² + 2·max(0, w₂)² + max(0, w₃)² has one, (1, 0, 0).
    double[][] axes = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    var model = PaperParts.model(3, Map.of("kind", "squared-relu", "width", 1L));
    Map<String, ?> probe = Map.of("kind", "neuron-ncf", "maximiser-starts", 20L);
    double[] neuron = {0, 0.6, 0.8};
    ProbeWalk walk =
        new ProbeWalk(model, PaperParts.set(axes, 3, 2, 1), PaperParts.halfSum(), probe, 0, neuron);
    assertThat(walk.values.get("maximiser-ncf/0")).isCloseTo(3, within(1e-14));
    assertThat(walk.values.get("maximiser-kkt/0")).isCloseTo(0, within(1e-14));
    assertThat(walk.values).doesNotContainKeys("maximiser-ncf/1", "maximiser-angle/0");
    assertThat(walk.values.get("neuron-deviation/0")).isCloseTo(90, within(1e-10));
    assertThat(walk.values.get("neuron-ncf/0")).isCloseTo(0.72 + 0.64, within(1e-14));
  }
}
