package org.basin.probe.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.basin.testing.PaperParts;
import org.basin.testing.ProbeWalk;
import org.junit.jupiter.api.Test;

/** One example (1, 0): N₁(w) = z·max(0, w₁)², whose gradient is (2z·w₁, 0) or 0. */
class AlignmentProbeTest {

  private static ProbeWalk walk(double label, Map<String, ?> settings, double[]... neurons) {
    Map<String, Object> probe = new HashMap<>(Map.of("degrees", 10.0, "collapse", 0.1));
    probe.putAll(settings);
    probe.put("kind", "alignment");
    double[] weights = new double[2 * neurons.length];
    for (int j = 0; j < neurons.length; j++) {
      weights[j] = neurons[j][0];
      weights[j + neurons.length] = neurons[j][1];
    }
    var set = PaperParts.set(new double[][] {{1, 0}}, label);
    return new ProbeWalk(
        PaperParts.squaredRelu(neurons.length), set, PaperParts.halfSum(), probe, 0, weights);
  }

  @Test
  void neurons_areCountedAndWeighed() {
    // Aligned at 9°, undecided at 45°, dead behind.
    ProbeWalk walk =
        walk(1, Map.of(), PaperParts.at(9, 1), new double[] {2, 2}, new double[] {-3, 0});
    assertThat(walk.values.get("aligned-neurons")).isEqualTo(1 / 3.0);
    assertThat(walk.values.get("undecided-neurons")).isEqualTo(1 / 3.0);
    assertThat(walk.values.get("dead-neurons")).isEqualTo(1 / 3.0);
    assertThat(walk.values.get("collapsed-neurons")).isZero();
    assertThat(walk.values.get("aligned-weight")).isCloseTo(1 / 18.0, within(1e-15));
    assertThat(walk.values.get("undecided-weight")).isCloseTo(8 / 18.0, within(1e-15));
    assertThat(walk.values.get("dead-weight")).isCloseTo(9 / 18.0, within(1e-15));
    assertThat(walk.values.get("alignment")).isZero();
  }

  @Test
  void degrees_sayWhatIsAligned() {
    assertThat(walk(1, Map.of(), PaperParts.at(9.99, 1)).values.get("alignment")).isEqualTo(1);
    assertThat(walk(1, Map.of(), PaperParts.at(10.01, 1)).values.get("alignment")).isZero();
    assertThat(walk(1, Map.of("degrees", 46.0), PaperParts.at(45, 1)).values.get("alignment"))
        .isEqualTo(1);
  }

  @Test
  void negativeCorrelation_isNotAligned() {
    ProbeWalk walk = walk(-1, Map.of(), new double[] {1, 0});
    assertThat(walk.values.get("undecided-neurons")).isEqualTo(1);
    walk.parameters.get(0).set(0, 0, 0.1); // A tenth of the start is collapsed.
    walk.arrive();
    assertThat(walk.values.get("collapsed-neurons")).isEqualTo(1);
    assertThat(walk.values.get("collapsed-weight")).isEqualTo(1);
    assertThat(walk.values.get("alignment")).isEqualTo(-1);
  }

  @Test
  void atASaddle_theSmallNeuronsAreJudgedByResidualLabels() {
    // (1, 0) fits the label 1 exactly, so nothing is left to follow; (2, 0) leaves −3.
    Map<String, ?> saddle = Map.of("saddle", List.of(0.0), "name", "rest");
    ProbeWalk fitted = walk(1, saddle, new double[] {1, 0}, new double[] {0.5, 0});
    assertThat(fitted.values.get("dead-neurons.rest")).isEqualTo(1);
    ProbeWalk beyond = walk(1, saddle, new double[] {2, 0}, new double[] {0.5, 0});
    assertThat(beyond.values.get("undecided-neurons.rest")).isEqualTo(1);
    ProbeWalk under = walk(1, saddle, new double[] {0.5, 0}, new double[] {0.5, 0});
    assertThat(under.values.get("aligned-weight.rest")).isEqualTo(1);
  }

  @Test
  void infiniteWeight_isUndefined() {
    ProbeWalk walk = walk(1, Map.of(), new double[] {1, 0});
    walk.parameters.get(0).set(0, 0, Double.POSITIVE_INFINITY);
    walk.arrive();
    assertThat(walk.values.get("alignment")).isNaN();
    assertThat(walk.values.get("aligned-neurons")).isNaN();
    assertThat(walk.values.get("aligned-weight")).isNaN();
  }
}
