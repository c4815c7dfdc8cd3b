package org.basin.nn.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.basin.testing.Sections.initialise;

import org.basin.linalg.Matrix;
import org.basin.nn.Model;
import org.basin.nn.Parameters;
import org.basin.settings.SpecException;
import org.basin.testing.Sections;
import org.junit.jupiter.api.Test;

/** The starts that set a hidden layer neuron by neuron. */
class NeuronInitsTest {

  @Test
  void placedNeurons_standBesideTheOthersDraws() {
    Model model = Sections.model("kind = two-homogeneous, width = 3, activation = relu", 2, 1);
    Parameters placed =
        initialise(
            "placed-neurons, neurons = [[1, 2, -3]], rest { kind = gaussian, std = 0.1 }", model);
    Parameters drawn = initialise("gaussian, std = 0.1", model);
    assertThat(placed.get(0).get(0, 0)).isEqualTo(1);
    assertThat(placed.get(0).get(0, 1)).isEqualTo(2);
    assertThat(placed.get(1).get(0, 0)).isEqualTo(-3);
    for (int j = 1; j < 3; j++) {
      assertThat(placed.get(0).get(j, 0)).isEqualTo(drawn.get(0).get(j, 0));
      assertThat(placed.get(0).get(j, 1)).isEqualTo(drawn.get(0).get(j, 1));
      assertThat(placed.get(1).get(0, j)).isEqualTo(drawn.get(1).get(0, j));
    }
  }

  @Test
  void placedNeurons_mustFitTheModel() {
    Model model = Sections.model("kind = squared-relu, width = 1", 2, 1);
    String rest = "rest { kind = gaussian, std = 1 }";
    for (String neurons : new String[] {"[[1, 2, 3]]", "[[1, 2], [3, 4]]"}) {
      assertThatThrownBy(
              () -> initialise("placed-neurons, neurons = " + neurons + ", " + rest, model))
          .isInstanceOf(SpecException.class)
          .hasMessageContaining("at most 1 rows of 2");
    }
  }

  @Test
  void balancedNeurons_haveOutputWeightsOfTheirNorm_ofEitherSign() {
    Model model = Sections.model("kind = two-homogeneous, width = 400, activation = relu", 3, 1);
    Parameters parameters = initialise("balanced-neurons, std = 0.5", model);
    int positive = 0;
    for (int j = 0; j < 400; j++) {
      Matrix w = parameters.get(0);
      double norm = Math.hypot(Math.hypot(w.get(j, 0), w.get(j, 1)), w.get(j, 2));
      double v = parameters.get(1).get(0, j);
      assertThat(Math.abs(v)).isCloseTo(norm, within(1e-15));
      positive += v > 0 ? 1 : 0;
    }
    // Fails a right program with probability 5e-5; the seed is fixed.
    assertThat((positive - 200) / 10.0).isBetween(-4.06, 4.06);
    assertThatThrownBy(
            () ->
                initialise(
                    "balanced-neurons, std = 1",
                    Sections.model("kind = squared-relu, width = 1", 2, 1)))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("output weights");
  }
}
