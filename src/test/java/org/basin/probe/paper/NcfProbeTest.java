package org.basin.probe.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.basin.nn.Model;
import org.basin.settings.SpecException;
import org.basin.testing.PaperParts;
import org.basin.testing.ProbeWalk;
import org.junit.jupiter.api.Test;

/** N on Kumar &amp; Haupt's labels over 50 points of the circle, where it is known exactly. */
class NcfProbeTest {

  private static final Map<String, ?> NCF = Map.of("kind", "ncf");

  private static ProbeWalk grid(double... weights) {
    Model model = PaperParts.squaredRelu(weights.length / 2);
    return new ProbeWalk(model, PaperParts.grid(50), PaperParts.halfSum(), NCF, 0, weights);
  }

  @Test
  void ncf_isThatOfTheDirection() {
    ProbeWalk walk = grid(PaperParts.at(0, 1e-5));
    assertThat(walk.values.get("ncf")).isCloseTo(46.875, within(1e-12));
    assertThat(walk.values.get("ncf-lambda")).isCloseTo(93.75, within(1e-12));
    assertThat(walk.values.get("ncf-kkt")).isCloseTo(0, within(1e-14));
  }

  @Test
  void ncf_weighsNeuronsBySquaredNorm() {
    // Column by column: (w₀ₓ, w₁ₓ, w₀ᵧ, w₁ᵧ), one neuron of norm 3 at 0°, one of norm 4 at 180°.
    ProbeWalk walk = grid(3, -4, 0, 0);
    double expected = (9 * 46.875 + 16 * 37.5) / 25;
    assertThat(walk.values.get("ncf")).isCloseTo(expected, within(1e-12));
    // ∇N = 2(46.875·.6, −37.5·.8): its part across ŵ by Pythagoras.
    double a = 46.875 * 0.6;
    double b = 37.5 * 0.8;
    double sine = Math.abs(a * 0.8 - b * 0.6) / Math.hypot(a, b);
    assertThat(walk.values.get("ncf-kkt")).isCloseTo(sine, within(1e-12));
  }

  @Test
  void residual_includesTheLossesReduction() {
    Model model = PaperParts.squaredRelu(1);
    ProbeWalk mean =
        new ProbeWalk(
            model,
            PaperParts.grid(50),
            PaperParts.loss("squared", "mean"),
            NCF,
            0,
            PaperParts.at(90, 2));
    assertThat(mean.values.get("ncf")).isCloseTo(2.0 / 50 * 14.0625, within(1e-13));
  }

  @Test
  void logisticResidual_isHalfTheLabel() {
    // z = y/2 at output 0; σ(wᵀx)² = 1 at the first example only.
    var set = PaperParts.set(new double[][] {{1, 0}, {-1, 0}}, 1, -1);
    ProbeWalk walk =
        new ProbeWalk(
            PaperParts.squaredRelu(1),
            set,
            PaperParts.loss("logistic", "sum"),
            NCF,
            0,
            PaperParts.at(0, 7));
    assertThat(walk.values.get("ncf")).isCloseTo(0.5, within(1e-15));
  }

  @Test
  void ncf_ofZeroWeight_isUndefined() {
    assertThat(grid(0, 0).values.get("ncf")).isNaN();
    assertThat(grid(0, 0).values.get("ncf-kkt")).isNaN();
  }

  @Test
  void growthRate_isThatOfTheLoss() {
    // −wᵀ∇L/‖w‖² = 2Σ(y − H)h/‖w‖² with H = 0.01x₁² and y = 5x₁² on the right: 2·4.99·9.375.
    ProbeWalk walk = grid(0.1, 0);
    assertThat(walk.values.get("growth-rate")).isCloseTo(2 * 4.99 * 9.375, within(1e-11));
    assertThat(walk.values.get("ncf-error")).isCloseTo(0.01 / 5, within(1e-13));
  }

  @Test
  void atASaddle_theLabelsAreResidual() {
    // √5 at 0° fits the right half. The other neuron, of norm 0.1 at 180°, sees the left half
    // alone.
    double[] weights = {Math.sqrt(5), -0.1, 0, 0};
    for (Map<String, ?> saddle :
        List.<Map<String, ?>>of(Map.of("saddle", List.of(0.0)), Map.of("saddle-above", 1.0))) {
      Map<String, Object> probe = new HashMap<>(saddle);
      probe.put("kind", "ncf");
      probe.put("name", "rest");
      ProbeWalk walk =
          new ProbeWalk(
              PaperParts.squaredRelu(2),
              PaperParts.grid(50),
              PaperParts.halfSum(),
              probe,
              0,
              weights);
      assertThat(walk.values.get("ncf.rest")).isCloseTo(37.5, within(1e-11));
      assertThat(walk.values.get("ncf-kkt.rest")).isCloseTo(0, within(1e-13));
      assertThat(walk.values.get("growth-rate.rest")).isCloseTo(2 * 3.99 * 9.375, within(1e-11));
      assertThat(walk.values.get("ncf-error.rest")).isCloseTo(0.01 / 4, within(1e-13));
    }
  }

  @Test
  void saddle_mustFitTheModel() {
    refused(Map.of("kind", "ncf", "saddle", List.of(0.0, 2.0)), "below 2");
    refused(Map.of("kind", "ncf", "saddle", List.of(0.5)), "whole numbers");
    refused(Map.of("kind", "ncf", "saddle", List.of(0.0), "saddle-above", 1.0), "only one");
  }

  private static void refused(Map<String, ?> probe, String why) {
    Model model = PaperParts.squaredRelu(2);
    assertThatThrownBy(
            () -> new ProbeWalk(model, PaperParts.grid(5), PaperParts.halfSum(), probe, 0))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining(why);
  }

  @Test
  void otherModels_areRefused() {
    Model biased =
        PaperParts.model(
            2,
            Map.of(
                "kind", "two-layer",
                "width", 3L,
                "activation.kind", "tanh",
                "bias", true,
                "output-bias", true,
                "train-hidden", true,
                "train-bias", true,
                "train-output", true));
    assertThatThrownBy(
            () -> new ProbeWalk(biased, PaperParts.grid(5), PaperParts.halfSum(), NCF, 0))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("two-homogeneous");
    assertThatThrownBy(
            () ->
                new ProbeWalk(
                    PaperParts.linear(2), PaperParts.circle(), PaperParts.logistic(), NCF, 0))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("finite training set");
  }
}
