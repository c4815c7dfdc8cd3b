package org.basin.probe.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.basin.data.Examples;
import org.basin.data.TrainingSet;
import org.basin.linalg.Matrix;
import org.basin.nn.Model;
import org.basin.testing.PaperParts;
import org.basin.testing.ProbeWalk;
import org.junit.jupiter.api.Test;

/** What is observed of the layers of a ReLU network, by hand. */
class LayerProbesTest {

  /** f(x) = a₁σ(⟨w₁, x⟩) + a₂σ(⟨w₂, x⟩). */
  private static Model network() {
    return PaperParts.relu(2, 0);
  }

  private static final TrainingSet SET =
      PaperParts.set(new double[][] {{1, 0}, {0, 1}, {-1, 0}, {0, -1}}, 0, 0, 0, 0);

  /** Weights by column: rows w₁ and w₂; then a. */
  private static ProbeWalk walk(Map<String, ?> probe, double[] weights, double... outputs) {
    return new ProbeWalk(network(), SET, PaperParts.halfSum(), probe, 0, weights, outputs);
  }

  private static void set(ProbeWalk walk, double... weights) {
    System.arraycopy(weights, 0, walk.parameters.get(0).data(), 0, weights.length);
    walk.arrive();
  }

  /** Rows (3, 4) and (0, 5), then (3, 4) and (1, 0): squared norms 25 and 25, then 25 and 1. */
  @Test
  void rowNorms_areThoseOfTheRows() {
    Map<String, Object> probe =
        Map.of("kind", "row-norms", "tensor", "layers.0.weight", "of", "weights", "name", "w");
    ProbeWalk walk = walk(probe, new double[] {3, 0, 4, 5}, 1, 1);
    assertThat(walk.values.get("frobenius-norm.w")).isCloseTo(Math.sqrt(50), within(1e-15));
    assertThat(walk.values.get("two-four-norm.w")).isCloseTo(Math.pow(1250, 0.25), within(1e-14));
    assertThat(walk.values)
        .containsEntry("two-infinity-norm.w", 5.0)
        .containsEntry("two-four-ratio.w", 1.0);
    set(walk, 3, 1, 4, 0);
    assertThat(walk.values.get("two-four-ratio.w"))
        .isCloseTo(2 * (625 + 1) / (26.0 * 26), within(1e-15));
  }

  @Test
  void rowNorms_ofIncrements_areOfWhatMoved() {
    Map<String, Object> probe =
        Map.of("kind", "row-norms", "tensor", "layers.0.weight", "of", "increments");
    ProbeWalk walk = walk(probe, new double[] {3, 0, 4, 5}, 1, 1);
    assertThat(walk.values).containsEntry("frobenius-norm", 0.0);
    assertThat(walk.values.get("two-four-ratio")).isNaN();
    set(walk, 3, 2, 4, 5);
    assertThat(walk.values)
        .containsEntry("frobenius-norm", 2.0)
        .containsEntry("two-four-norm", 2.0)
        .containsEntry("two-infinity-norm", 2.0)
        .containsEntry("two-four-ratio", 2.0);
  }

  /** w₁ = (1, 0.1) turns to (−1, 0.1): the signs on (1, 0) and (−1, 0) change, 2 of 8. */
  @Test
  void signChanges_areCountedOverNeuronsAndExamples() {
    ProbeWalk walk = walk(Map.of("kind", "sign-changes"), new double[] {1, 0.5, 0.1, 0.5}, 2, -1);
    assertThat(walk.values).containsEntry("sign-changes/0", 0.0);
    set(walk, -1, 0.5, 0.1, 0.5);
    assertThat(walk.values).containsEntry("sign-changes/0", 0.25);
    set(walk, Double.NaN, 0.5, 0.1, 0.5);
    assertThat(walk.values.get("sign-changes/0")).isNaN();
  }

  /**
   * Of the turned neuron the pseudo-network passes ⟨w₁, x⟩ = −1 on (1, 0), where the network passes
   * 0, and 0 on (−1, 0), where the network passes 1; times a₁ = 2, over four examples.
   */
  @Test
  void pseudoDistance_isThatOfTheNeuronsWhoseSignChanged() {
    ProbeWalk walk =
        walk(Map.of("kind", "pseudo-distance"), new double[] {1, 0.5, 0.1, 0.5}, 2, -1);
    assertThat(walk.values).containsEntry("pseudo-distance", 0.0);
    set(walk, 3, 0.5, 0.7, 0.5);
    assertThat(walk.values.get("pseudo-distance")).isCloseTo(0, within(1e-15));
    set(walk, -1, 0.5, 0.1, 0.5);
    assertThat(walk.values.get("pseudo-distance")).isCloseTo((2 + 2) / 4.0, within(1e-15));
  }

  /** One test example (1, 0) with label 0: f = 2·w, loss ½f², w = 1, 2, 3 at steps 0, 1, 2. */
  @Test
  void runningTestLoss_isTheMeanOverTheStepsLookedAt() {
    Matrix input = new Matrix(2, 1, new double[] {1, 0});
    Examples test = new Examples(input, new Matrix(1, 1));
    TrainingSet set = TrainingSet.of(SET.examples(), SET.labels()).besides(null, test);
    ProbeWalk walk =
        new ProbeWalk(
            network(),
            set,
            PaperParts.halfSum(),
            Map.of("kind", "running-test-loss", "every", 2L),
            0,
            new double[] {1, 0, 0, 0},
            new double[] {2, 0});
    assertThat(walk.values).containsEntry("running-test-loss", 2.0);
    set(walk, 2, 0, 0, 0);
    assertThat(walk.values).containsEntry("running-test-loss", 2.0);
    set(walk, 3, 0, 0, 0);
    assertThat(walk.values).containsEntry("running-test-loss", (2.0 + 18) / 2);
  }
}
