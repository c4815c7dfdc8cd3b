package org.basin.nn.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.linalg.Draws;
import org.basin.linalg.Matrix;
import org.basin.nn.Differentiable;
import org.basin.nn.Initialiser;
import org.basin.nn.Layered;
import org.basin.nn.Model;
import org.basin.nn.Parameters;
import org.basin.nn.Shape;
import org.basin.settings.RandomStreams;
import org.basin.settings.SpecException;
import org.basin.testing.Sections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forward derivatives, and the models that are made of them. */
class LinearisedTest {

  private static final int EXAMPLES = 6;
  private static final Initialiser GAUSSIAN = Sections.init("kind = gaussian, std = 0.7");

  private final UniformRandomProvider stream = RandomStreams.stream(4, "linearised");

  private Matrix gaussian(int rows, int columns) {
    Matrix matrix = new Matrix(rows, columns);
    Draws.gaussian(matrix, 1, stream);
    return matrix;
  }

  private Parameters gaussian(Model model) {
    Parameters parameters = new Parameters(model.shapes());
    GAUSSIAN.initialise(model, parameters, stream);
    return parameters;
  }

  private static double dot(Matrix a, Matrix b) {
    double sum = 0;
    for (int i = 0; i < a.data().length; i++) {
      sum += a.data()[i] * b.data()[i];
    }
    return sum;
  }

  private static final String THREE = "kind = three-layer, width = 5, second-width = 4";

  @ParameterizedTest
  @ValueSource(
      strings = {
        THREE + ", activation = tanh",
        THREE,
        THREE + ", train-bias = false, train-output = false, output-bias = false",
        THREE + ", train-hidden = false, train-bias = false",
        THREE + ", train-hidden = false, train-bias = false, train-output = false",
        "kind = two-layer, width = 5, bias = false, activation = softplus",
        "kind = fully-connected, hidden = []"
      })
  void tangent_equalsCentralDifferences_andIsDualToTheGradient(String settings) {
    Differentiable model = (Differentiable) Sections.model(settings, 3, 2);
    Matrix inputs = gaussian(3, EXAMPLES);
    Parameters parameters = gaussian(model);
    Parameters direction = gaussian(model);
    Matrix covector = gaussian(2, EXAMPLES);
    Model.Workspace workspace = model.workspace(EXAMPLES);
    model.forward(parameters, inputs, workspace);
    Matrix tangent = model.tangent(parameters, direction, inputs, workspace).copy();
    Parameters gradient = new Parameters(model.shapes());
    model.backward(parameters, inputs, workspace, covector, gradient);
    double dual = 0;
    double h = 1e-6;
    Parameters above = parameters.copy();
    Parameters below = parameters.copy();
    for (int t = 0; t < gradient.count(); t++) {
      dual += dot(gradient.get(t), direction.get(t));
      for (int i = 0; parameters.isTrained(t) && i < direction.get(t).data().length; i++) {
        above.get(t).data()[i] += h * direction.get(t).data()[i];
        below.get(t).data()[i] -= h * direction.get(t).data()[i];
      }
    }
    assertThat(dot(tangent, covector)).isCloseTo(dual, within(1e-12));
    double[] up = model.forward(above, inputs, model.workspace(EXAMPLES)).data();
    double[] down = model.forward(below, inputs, model.workspace(EXAMPLES)).data();
    for (int i = 0; i < up.length; i++) {
      assertThat(tangent.data()[i]).isCloseTo((up[i] - down[i]) / (2 * h), within(1e-8));
    }
  }

  @Test
  void linearisation_startsAtTheNetwork_andIsLinearInItsIncrements() {
    Model base = Sections.model(THREE, 3, 1);
    Model model = Sections.model("kind = linearised, of { " + THREE + " }", 3, 1);
    Model alone = Sections.model("kind = linearised, offset = false, of { " + THREE + " }", 3, 1);
    Matrix inputs = gaussian(3, EXAMPLES);
    Parameters start = new Parameters(base.shapes());
    base.initialise(GAUSSIAN, start, RandomStreams.stream(9, "init"));
    Parameters parameters = new Parameters(model.shapes());
    parameters.fill(Double.NaN);
    model.initialise(GAUSSIAN, parameters, RandomStreams.stream(9, "init"));
    Matrix first = base.forward(start, inputs, base.workspace(EXAMPLES));
    Model.Workspace workspace = model.workspace(EXAMPLES);
    assertThat(model.forward(parameters, inputs, workspace).data()).isEqualTo(first.data());
    assertThat(alone.forward(parameters, inputs, alone.workspace(EXAMPLES)).data()).containsOnly(0);
    for (int t = start.count(); t < parameters.count(); t++) {
      Draws.gaussian(parameters.get(t), 1, stream);
    }
    Matrix once = model.forward(parameters, inputs, workspace).copy();
    for (int t = start.count(); t < parameters.count(); t++) {
      double[] increment = parameters.get(t).data();
      for (int i = 0; i < increment.length; i++) {
        increment[i] *= -3;
      }
    }
    Matrix thrice = model.forward(parameters, inputs, workspace);
    for (int e = 0; e < EXAMPLES; e++) {
      double offset = first.get(0, e);
      assertThat(thrice.get(0, e) - offset)
          .isCloseTo(-3 * (once.get(0, e) - offset), within(1e-11));
    }
  }

  @Test
  void tensors_areTheNetworks_andTheIncrementsOfThoseItTrains() {
    assertThat(
            Sections.model(
                    "kind = linearised, of { kind = two-layer, width = 4, train-bias = false,"
                        + " train-output = false, output-bias = false }",
                    3,
                    1)
                .shapes())
        .isEqualTo(
            List.of(
                new Shape("layers.0.weight", 4, 3, false),
                new Shape("layers.0.bias", 4, 1, false),
                new Shape("layers.1.weight", 1, 4, false),
                new Shape("increment.layers.0.weight", 4, 3, true)));
  }

  @Test
  void modelWithoutForwardDerivative_isRefused() {
    assertThatThrownBy(
            () -> Sections.model("kind = linearised, of { kind = squared-relu, width = 4 }", 3, 1))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "model.of.kind is squared-relu, must be a network of layers, such as three-layer");
  }

  /** As long as no sign changes, a ReLU network is its own pseudo-network. */
  @Test
  void pseudoNetwork_isTheNetwork_untilASignChanges() {
    Layered model = (Layered) Sections.model(THREE, 3, 1);
    Matrix inputs = gaussian(3, 1);
    Parameters start = gaussian(model);
    Model.Workspace gates = model.workspace(1);
    model.forward(start, inputs, gates);
    Parameters near = start.copy();
    for (int t = 0; t < near.count(); t++) {
      for (int i = 0; i < near.get(t).data().length; i++) {
        near.get(t).data()[i] *= 1 + 1e-3 * i;
      }
    }
    Model.Workspace workspace = model.workspace(1);
    double expected = model.forward(near, inputs, workspace).get(0, 0);
    for (int l = 0; l < model.hiddenLayers(); l++) {
      double[] before = model.preactivations(gates, l).data();
      double[] after = model.preactivations(workspace, l).data();
      for (int i = 0; i < before.length; i++) {
        assertThat(Math.signum(after[i])).isEqualTo(Math.signum(before[i]));
      }
    }
    assertThat(model.pseudo(near, inputs, gates).get(0, 0)).isCloseTo(expected, within(1e-14));
    for (int t = 0; t < 2; t++) { // Weights and biases of the first layer: every sign changes.
      for (int i = 0; i < near.get(t).data().length; i++) {
        near.get(t).data()[i] *= -1;
      }
    }
    double moved = model.forward(near, inputs, workspace).get(0, 0);
    assertThat(Math.abs(model.pseudo(near, inputs, gates).get(0, 0) - moved)).isGreaterThan(0.01);
  }
}
