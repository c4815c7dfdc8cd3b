package org.basin.nn.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.basin.linalg.Matrix;
import org.basin.linalg.Norms;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.Optimiser;
import org.basin.nn.Parameters;
import org.basin.settings.RandomStreams;
import org.basin.testing.Sections;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The deterministic run behind Kumar &amp; Haupt (2024), Figure 1, against numbers computed
 * independently with NumPy: 50 inputs on the unit circle, six neurons of total norm δ, step 5e-5.
 */
class KumarHauptReferenceTest {

  private static final int EXAMPLES = 50;
  private static final double STEP_SIZE = 5e-5;

  @ParameterizedTest
  @CsvSource({
    "1e-2, 637, 811, 1320, 2432, 6.559 -13.150 160.057 -173.263 25.309 177.937",
    "1e-3, 1163, 1324, 1842, 3035, 1.280 -2.599 174.416 -178.178 5.246 179.444",
    "1e-4, 1669, 1825, 2354, 3650, 0.265 -0.538 178.415 -179.484 1.087 179.843"
  })
  void stepsAndAngles_equalTheTable(
      double delta, int norm, int one, int half, int end, String angles) {
    Matrix inputs = new Matrix(2, EXAMPLES);
    Matrix labels = new Matrix(1, EXAMPLES);
    for (int i = 0; i < EXAMPLES; i++) {
      double x = Math.cos(2 * Math.PI * i / EXAMPLES);
      inputs.set(0, i, x);
      inputs.set(1, i, Math.sin(2 * Math.PI * i / EXAMPLES));
      labels.set(0, i, (x > 0 ? 5 : 4) * x * x);
    }
    Model model = Sections.model("kind = squared-relu, width = 6", 2, 1);
    Loss loss = Sections.loss("kind = squared, reduction = half-sum");
    Parameters parameters = new Parameters(model.shapes());
    Sections.init("kind = angles, degrees = [40, -60, 120, -150, 75, 170], norm = " + delta)
        .initialise(model, parameters, RandomStreams.stream(0, "init"));
    Optimiser.State state =
        Sections.optimiser("kind = gradient-descent, step-size = " + STEP_SIZE)
            .start(parameters, null);
    Parameters gradient = new Parameters(model.shapes());
    Model.Workspace workspace = model.workspace(EXAMPLES);
    Matrix outputGradient = new Matrix(1, EXAMPLES);
    double[] losses = new double[end + 2];
    int escape = -1;
    for (int n = 0; n < losses.length; n++) {
      Matrix outputs = model.forward(parameters, inputs, workspace);
      losses[n] = loss.gradient(outputs, labels, outputGradient);
      if (escape < 0 && Norms.of(parameters.get(0).data()) >= 0.1) {
        escape = n;
        compare(parameters.get(0), angles);
      }
      model.backward(parameters, inputs, workspace, outputGradient, gradient);
      state.update(parameters, gradient, STEP_SIZE, null);
    }
    assertThat(escape).isEqualTo(norm);
    assertThat(firstBelow(losses, 0.99)).isEqualTo(one);
    assertThat(firstBelow(losses, 0.5)).isEqualTo(half);
    assertThat(firstBelow(losses, 1e-6)).isEqualTo(end);
  }

  private static void compare(Matrix weights, String angles) {
    String[] expected = angles.split(" ", -1);
    for (int j = 0; j < expected.length; j++) {
      assertThat(Math.toDegrees(Math.atan2(weights.get(j, 1), weights.get(j, 0))))
          .isCloseTo(Double.parseDouble(expected[j]), within(5.0001e-4));
    }
  }

  private static int firstBelow(double[] losses, double factor) {
    for (int n = 0; n < losses.length; n++) {
      if (losses[n] < factor * losses[0]) {
        return n;
      }
    }
    return -1;
  }
}
