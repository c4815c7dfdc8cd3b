package org.basin.nn.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.basin.testing.Sections.initialise;

import org.basin.linalg.Matrix;
import org.basin.linalg.Norms;
import org.basin.nn.Linear;
import org.basin.nn.Model;
import org.basin.nn.Parameters;
import org.basin.testing.Sections;
import org.junit.jupiter.api.Test;

/** Starts whose values are given, not drawn. */
class PlacedInitialisersTest {

  @Test
  void balanced_hasItsEffectiveWeight_andIsBalanced() {
    for (int depth = 1; depth <= 5; depth++) {
      for (String weight : new String[] {"[0.6, -0.8]", "[0, 3e-4]", "[-20, 15]"}) {
        Linear model = (Linear) Sections.model("kind = deep-linear, depth = " + depth, 2, 1);
        Parameters parameters = initialise("balanced, effective-weight = " + weight, model);
        double[] expected =
            Sections.of("init", "kind = balanced, effective-weight = " + weight)
                .reals("effective-weight");
        double norm = Norms.of(expected);
        assertThat(model.effectiveWeight(parameters).data())
            .containsExactly(expected, within(depth == 1 ? 0 : 4e-15 * norm));
        assertThat(model.balancedness(parameters))
            .isLessThanOrEqualTo(1e-15 * Math.max(1, Math.pow(norm, 2.0 / depth)));
      }
    }
  }

  @Test
  void balanced_usesGivenDirections() {
    Linear model = (Linear) Sections.model("kind = deep-linear, depth = 3, width = 3", 2, 1);
    Parameters parameters =
        initialise(
            "balanced, effective-weight = [0, 1], directions = [[2, 0, 0], [0, 0, -5]]", model);
    assertThat(parameters.get(0).get(0, 1)).isEqualTo(1);
    assertThat(parameters.get(1).get(2, 0)).isEqualTo(-1);
    assertThat(parameters.get(2).data()).containsExactly(0, 0, -1);
  }

  @Test
  void angles_startKumarAndHauptsReference() {
    Model model = Sections.model("kind = squared-relu, width = 6", 2, 1);
    Matrix w =
        initialise("angles, degrees = [40, -60, 120, -150, 75, 170], norm = 0.01", model).get(0);
    assertThat(Norms.of(w.data())).isCloseTo(0.01, within(1e-16));
    assertThat(Math.toDegrees(Math.atan2(w.get(3, 1), w.get(3, 0)))).isCloseTo(-150, within(1e-12));
    assertThat(Math.hypot(w.get(4, 0), w.get(4, 1))).isCloseTo(0.01 / Math.sqrt(6), within(1e-17));
  }

  @Test
  void angles_balanceOutputWeights() {
    Model model = Sections.model("kind = two-homogeneous, width = 2", 2, 1);
    Parameters parameters =
        initialise("angles, degrees = [0, 90], norm = 2, output-signs = [1, -1]", model);
    assertThat(parameters.get(0).data()).containsExactly(new double[] {1, 0, 0, 1}, within(1e-15));
    assertThat(parameters.get(1).data()).containsExactly(new double[] {1, -1}, within(1e-15));
  }
}
