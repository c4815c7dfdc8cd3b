package org.basin.probe.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.basin.data.TrainingSet;
import org.basin.linalg.Matrix;
import org.basin.nn.Model;
import org.basin.nn.model.Models;
import org.basin.settings.Section;
import org.basin.settings.Settings;
import org.basin.settings.SpecException;
import org.basin.testing.PaperParts;
import org.basin.testing.ProbeWalk;
import org.junit.jupiter.api.Test;

class ProductNormProbeTest {

  private static final Map<String, ?> PRODUCT = Map.of("kind", "product-norm");

  private static Model model(int inputs, int outputs, boolean bias, Double... hidden) {
    Settings settings =
        Settings.of(
            Map.of(
                "kind",
                "fully-connected",
                "hidden",
                List.of(hidden),
                "activation.kind",
                "relu",
                "activation.derivative-at-zero",
                0.0,
                "bias",
                bias,
                "output-bias",
                bias,
                "train-hidden",
                true,
                "train-bias",
                true,
                "train-output",
                true));
    Section section = new Section("model", settings);
    return Models.CATALOGUE.of(section).create(section, inputs, outputs);
  }

  private static ProbeWalk walk(Model model, double[]... weights) {
    TrainingSet set = TrainingSet.of(new Matrix(model.inputs(), 2), new Matrix(model.outputs(), 2));
    return new ProbeWalk(model, set, PaperParts.halfSum(), PRODUCT, 0, weights);
  }

  @Test
  void norms_areThoseOfTheProduct_reluIgnored() {
    // W₁ = (1 2; 0 −1; 1 0), W₂ = (1 0 1; 0 2 0), both by columns: W₂W₁ = (2 2; 0 −2).
    ProbeWalk walk =
        walk(
            model(2, 2, false, 3.0),
            new double[] {1, 0, 1, 2, -1, 0},
            new double[] {1, 0, 0, 2, 1, 0});
    assertThat(walk.values.get("product-norm")).isCloseTo(Math.sqrt(12), within(1e-14));
    // Singular values squared: (12 ± √(144 − 64))/2.
    assertThat(walk.values.get("product-spectral-norm"))
        .isCloseTo(Math.sqrt(6 + Math.sqrt(20)), within(1e-14));
  }

  @Test
  void threeLayers_withOneOutput_haveOneNorm() {
    // W₃ W₂ W₁ = (3) · (2 0) · I = (6 0).
    ProbeWalk walk =
        walk(
            model(2, 1, false, 2.0, 1.0),
            new double[] {1, 0, 0, 1},
            new double[] {2, 0},
            new double[] {3});
    assertThat(walk.values.get("product-norm")).isEqualTo(6);
    assertThat(walk.values.get("product-spectral-norm")).isEqualTo(6);
  }

  @Test
  void wideAndTallProducts_haveTheSameNorms() {
    double[] rows = {3, 0, 0, 4, 0, 0};
    ProbeWalk wide = walk(model(3, 2, false), rows); // (3 0 0; 0 4 0)
    ProbeWalk tall = walk(model(2, 3, false), new double[] {3, 0, 0, 0, 4, 0});
    for (ProbeWalk walk : List.of(wide, tall)) {
      assertThat(walk.values.get("product-norm")).isEqualTo(5);
      assertThat(walk.values.get("product-spectral-norm")).isCloseTo(4, within(1e-15));
    }
  }

  @Test
  void nonFiniteWeights_makeItUndefined() {
    ProbeWalk walk = walk(model(2, 2, false), new double[] {1, Double.NaN, 0, 1});
    assertThat(walk.values.get("product-norm")).isNaN();
    assertThat(walk.values.get("product-spectral-norm")).isNaN();
    walk = walk(model(2, 2, false), new double[] {1, Double.POSITIVE_INFINITY, 0, 1});
    assertThat(walk.values.get("product-spectral-norm")).isNaN();
  }

  @Test
  void otherModels_areRefused() {
    for (Model model : List.of(model(2, 2, true, 3.0), PaperParts.squaredRelu(3))) {
      assertThatThrownBy(() -> walk(model))
          .isInstanceOf(SpecException.class)
          .hasMessageStartingWith("observe.probes[0] is product-norm, which needs");
    }
  }
}
