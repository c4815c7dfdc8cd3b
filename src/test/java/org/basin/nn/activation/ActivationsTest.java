package org.basin.nn.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.special.Erf;
import org.basin.linalg.Matrix;
import org.basin.linalg.NormalDistribution;
import org.basin.nn.Activation;
import org.basin.nn.ActivationFactory;
import org.basin.testing.OwnKinds;
import org.basin.testing.Sections;
import org.junit.jupiter.api.Test;

class ActivationsTest {

  private static final double[] POINTS = {-3, -1.5, -0.2, 0.3, 1, 2.5};

  /** Each kind at its defaults, written another way than in main. */
  private static final Map<String, DoubleUnaryOperator> CLOSED_FORMS =
      Map.of(
          "identity", z -> z,
          "relu", z -> (z + Math.abs(z)) / 2,
          "leaky-relu", z -> (1.01 * z + 0.99 * Math.abs(z)) / 2,
          "squared-relu", z -> z * (z + Math.abs(z)) / 2,
          "sigmoid", z -> (1 + Math.tanh(z / 2)) / 2,
          "silu", z -> z * (1 + Math.tanh(z / 2)) / 2,
          "softplus", z -> Math.log(1 + Math.exp(z)),
          "tanh", z -> (Math.exp(2 * z) - 1) / (Math.exp(2 * z) + 1),
          "elu", z -> z > 0 ? z : Math.exp(z) - 1,
          "gelu", z -> z * (1 + Erf.erf(z / Math.sqrt(2))) / 2);

  @Test
  void everyKind_hasAClosedForm() {
    OwnKinds.assertHaveExamples(
        Activations.CATALOGUE, CLOSED_FORMS.keySet(), "CLOSED_FORMS of ActivationsTest");
  }

  @Test
  void value_equalsClosedForm() {
    for (ActivationFactory factory : Activations.CATALOGUE.factories()) {
      double[] values = values(factory.kind(), POINTS);
      for (int i = 0; i < POINTS.length; i++) {
        assertThat(values[i])
            .as("%s at %s", factory.kind(), POINTS[i])
            .isCloseTo(
                CLOSED_FORMS.get(factory.kind()).applyAsDouble(POINTS[i]), within(1e-15 * 16));
      }
    }
  }

  @Test
  void derivative_equalsCentralDifference() {
    double h = 1e-5;
    for (ActivationFactory factory : Activations.CATALOGUE.factories()) {
      double[] derivatives = derivatives(factory.kind(), POINTS);
      for (int i = 0; i < POINTS.length; i++) {
        double[] around = values(factory.kind(), POINTS[i] - h, POINTS[i] + h);
        assertThat(derivatives[i])
            .as("%s at %s", factory.kind(), POINTS[i])
            .isCloseTo((around[1] - around[0]) / (2 * h), within(1e-9));
      }
    }
  }

  /** At its worst in between the nodes of its table. */
  @Test
  void normalDistribution_isExactToTheLastBitsOfOne() {
    for (double z = -8.5; z < 9; z += 0.0137) {
      double expected = Erf.erfc(-z / Math.sqrt(2)) / 2;
      assertThat(NormalDistribution.cumulative(z))
          .as("at %s", z)
          .isCloseTo(expected, within(2e-16 + 1e-13 * expected));
    }
    assertThat(NormalDistribution.cumulative(0)).isEqualTo(0.5);
    assertThat(NormalDistribution.cumulative(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(NormalDistribution.cumulative(Double.NaN)).isNaN();
  }

  /** The values are PyTorch's, gelu(z, approximate="tanh") in float64. */
  @Test
  void tanhApproximation_isNearGelu_andHasItsOwnDerivative() {
    double h = 1e-5;
    String kind = "gelu, approximation = tanh";
    double[] derivatives = derivatives(kind, POINTS);
    for (int i = 0; i < POINTS.length; i++) {
      double[] around = values(kind, POINTS[i] - h, POINTS[i] + h);
      assertThat(derivatives[i]).isCloseTo((around[1] - around[0]) / (2 * h), within(1e-9));
    }
    assertThat(values(kind, -1.5, 1))
        .containsExactly(new double[] {-0.10042842301976707, 0.8411919906082768}, within(1e-15));
    assertThat(values("gelu", -1.5, 1)).isNotEqualTo(values(kind, -1.5, 1));
  }

  @Test
  void largeInputs_giveNeitherNaNNorOverflow() {
    for (ActivationFactory factory : Activations.CATALOGUE.factories()) {
      assertThat(values(factory.kind(), -800, 800)).as(factory.kind()).doesNotContain(Double.NaN);
      assertThat(Arrays.stream(derivatives(factory.kind(), -800, 800)))
          .as(factory.kind())
          .allMatch(Double::isFinite);
    }
    assertThat(values("softplus", -800, 800)).containsExactly(0, 800);
    assertThat(values("sigmoid", -800, 800)).containsExactly(0, 1);
  }

  @Test
  void nan_staysNaN() {
    for (ActivationFactory factory : Activations.CATALOGUE.factories()) {
      assertThat(values(factory.kind(), Double.NaN)).as(factory.kind()).containsExactly(Double.NaN);
    }
  }

  @Test
  void derivativeAtZero_isTheSetting() {
    assertThat(derivatives("relu", 0)).containsExactly(0);
    assertThat(derivatives("relu, derivative-at-zero = 1", 0)).containsExactly(1);
    assertThat(derivatives("leaky-relu, slope = 0.25", 0)).containsExactly(0.25);
  }

  private static double[] values(String kind, double... points) {
    Matrix result = new Matrix(1, points.length);
    Sections.activation("kind = " + kind)
        .apply(new Matrix(1, points.length, points.clone()), result);
    return result.data();
  }

  private static double[] derivatives(String kind, double... points) {
    Activation activation = Sections.activation("kind = " + kind);
    Matrix z = new Matrix(1, points.length, points.clone());
    Matrix a = new Matrix(1, points.length);
    Matrix gradient = new Matrix(1, points.length);
    gradient.fill(1);
    activation.apply(z, a);
    activation.multiplyByDerivative(z, a, gradient);
    return gradient.data();
  }
}
