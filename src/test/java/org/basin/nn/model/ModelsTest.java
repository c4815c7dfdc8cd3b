package org.basin.nn.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.basin.linalg.Blas;
import org.basin.linalg.Matrix;
import org.basin.nn.Linear;
import org.basin.nn.Model;
import org.basin.nn.Neural;
import org.basin.nn.NeuronSum;
import org.basin.nn.Parameters;
import org.basin.nn.Shape;
import org.basin.settings.RandomStreams;
import org.basin.settings.SpecException;
import org.basin.testing.Sections;
import org.junit.jupiter.api.Test;

class ModelsTest {

  private static final Matrix INPUTS =
      Matrix.ofRows(new double[][] {{1, -2, 0.5, 0}, {0.3, 1, -1, 0}});

  @Test
  void neurons_addUpToTheOutput() {
    for (String kind :
        new String[] {
          "squared-relu",
          "residual, skip = none",
          "two-homogeneous",
          "two-layer, bias = false, output-bias = false, activation = tanh"
        }) {
      Neural model = (Neural) Sections.model("width = 4, kind = " + kind, 2, 1);
      Parameters parameters = gaussian(model);
      double[] sum = new double[4];
      for (int j = 0; j < model.neurons(); j++) {
        Matrix weights = model.inputWeights(parameters);
        Matrix outputs = model.outputWeights(parameters);
        double[] alone =
            model.neuron(
                new double[] {weights.get(j, 0), weights.get(j, 1)},
                outputs == null ? Double.NaN : outputs.get(0, j),
                INPUTS);
        for (int e = 0; e < sum.length; e++) {
          sum[e] += alone[e];
        }
      }
      assertThat(model.forward(parameters, INPUTS, model.workspace(4)).data())
          .containsExactly(sum, within(1e-14));
    }
  }

  @Test
  void networksWithoutBias_areTwoHomogeneous() {
    Map<String, Boolean> expected =
        Map.of(
            "squared-relu", true,
            "two-homogeneous, activation = leaky-relu", true,
            "two-layer", false,
            "two-layer, bias = false, output-bias = false", true);
    for (String kind : expected.keySet()) {
      Neural model = (Neural) Sections.model("width = 4, kind = " + kind, 2, 1);
      Parameters parameters = gaussian(model);
      double[] once = model.forward(parameters, INPUTS, model.workspace(4)).data();
      for (int t = 0; t < parameters.count(); t++) {
        double[] data = parameters.get(t).data();
        for (int i = 0; i < data.length; i++) {
          data[i] *= 2;
        }
      }
      double[] twice = model.forward(parameters, INPUTS, model.workspace(4)).data();
      boolean holds = true;
      for (int e = 0; e < 4; e++) {
        holds &= twice[e] == 4 * once[e];
      }
      assertThat(holds).as(kind).isEqualTo(expected.get(kind));
    }
  }

  @Test
  void tensors_areNamedAndShapedAsInPytorch() {
    assertThat(
            Sections.model(
                    "kind = fully-connected, hidden = [5, 4], output-bias = false, train-output = false",
                    3,
                    2)
                .shapes())
        .containsExactly(
            new Shape("layers.0.weight", 5, 3, true),
            new Shape("layers.0.bias", 5, 1, true),
            new Shape("layers.1.weight", 4, 5, true),
            new Shape("layers.1.bias", 4, 1, true),
            new Shape("layers.2.weight", 2, 4, false));
    assertThat(
            Sections.model("kind = three-layer, width = 5, second-width = 4", 3, 1)
                .shapes()
                .stream()
                .map(shape -> shape.name() + " " + shape.rows() + " x " + shape.columns()))
        .containsExactly(
            "layers.0.weight 5 x 3",
            "layers.0.bias 5 x 1",
            "layers.1.weight 4 x 5",
            "layers.1.bias 4 x 1",
            "layers.2.weight 1 x 4",
            "layers.2.bias 1 x 1");
    assertThat(Sections.model("kind = deep-linear, depth = 3", 4, 1).shapes())
        .containsExactly(
            new Shape("layers.0.weight", 4, 4, true),
            new Shape("layers.1.weight", 4, 4, true),
            new Shape("layers.2.weight", 1, 4, true));
  }

  @Test
  void residual_isTheVanillaNetworkOfItsWeightsPlusTheIdentity() {
    Model residual = Sections.model("kind = residual", 2, 1);
    Model vanilla = Sections.model("kind = residual, skip = none", 2, 1);
    Parameters weights = gaussian(residual);
    Parameters shifted = weights.copy();
    shifted.get(0).addToDiagonal(1);
    double[] expected = vanilla.forward(shifted, INPUTS, vanilla.workspace(4)).data();
    assertThat(residual.forward(weights, INPUTS, residual.workspace(4)).data())
        .containsExactly(expected);
    assertThat(((NeuronSum) residual).effectiveWeights(weights).data())
        .containsExactly(((NeuronSum) vanilla).effectiveWeights(shifted).data());
    double[] byHand = new double[4];
    for (int e = 0; e < 4; e++) {
      for (int i = 0; i < 2; i++) {
        double z = INPUTS.get(i, e);
        for (int k = 0; k < 2; k++) {
          z += weights.get(0).get(i, k) * INPUTS.get(k, e);
        }
        byHand[e] += Math.max(0, z);
      }
    }
    assertThat(expected).containsExactly(byHand, within(1e-14));
  }

  @Test
  void effectiveWeight_actsAsTheNetwork() {
    Linear model = (Linear) Sections.model("kind = deep-linear, depth = 3, width = 5", 2, 2);
    Parameters parameters = gaussian(model);
    Matrix expected = new Matrix(2, 4);
    Blas.multiply(true, model.effectiveWeight(parameters), false, INPUTS, expected);
    assertThat(model.forward(parameters, INPUTS, model.workspace(4)).data())
        .containsExactly(expected.data(), within(1e-13));
    assertThat(model.balancedness(parameters)).isGreaterThan(0.1);
  }

  @Test
  void nanInput_reachesTheOutput() {
    Matrix inputs = new Matrix(2, 1, new double[] {Double.NaN, 1});
    for (String kind :
        new String[] {
          "squared-relu, width = 3",
          "residual",
          "two-homogeneous, width = 3",
          "two-layer, width = 3",
          "fully-connected, hidden = [3, 3]",
          "three-layer, width = 3",
          "linearised, of { kind = three-layer, width = 3 }",
          "deep-linear, depth = 2"
        }) {
      Model model = Sections.model("kind = " + kind, 2, 1);
      assertThat(model.forward(gaussian(model), inputs, model.workspace(1)).get(0, 0))
          .as(kind)
          .isNaN();
    }
  }

  @Test
  void shapesThatCannotBe_areRefused() {
    assertThatThrownBy(() -> Sections.model("kind = squared-relu, width = 3", 2, 2))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "model.kind is squared-relu, which has one output, but a label of the data has 2");
    assertThatThrownBy(
            () -> Sections.model("kind = two-homogeneous, width = 3, activation = tanh", 2, 1))
        .isInstanceOf(SpecException.class)
        .hasMessageStartingWith("model.activation.kind is tanh, must be homogeneous");
    assertThatThrownBy(() -> Sections.model("kind = fully-connected, hidden = [3, 2.5]", 2, 1))
        .isInstanceOf(SpecException.class)
        .hasMessage("model.hidden has 2.5, must be whole numbers");
  }

  private static Parameters gaussian(Model model) {
    Parameters parameters = new Parameters(model.shapes());
    Sections.init("kind = gaussian, std = 0.9")
        .initialise(model, parameters, RandomStreams.stream(3, "init"));
    return parameters;
  }
}
