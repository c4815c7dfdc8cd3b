package org.basin.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.basin.linalg.Matrix;
import org.basin.nn.activation.Activations;
import org.basin.nn.loss.Losses;
import org.basin.nn.optimiser.Optimisers;
import org.basin.settings.Factory;
import org.basin.settings.Key;
import org.basin.testing.Sections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What models, losses, activations and optimisers say that they are is what they do. */
class FormsTest {

  private static final double ERROR = 1e-13;

  @Test
  void activations_areTheirForms() {
    for (Factory factory : Activations.CATALOGUE.factories()) {
      holds(Sections.activation("kind = " + factory.kind()));
    }
    holds(Sections.activation("kind = relu, derivative-at-zero = 0.25"));
    holds(Sections.activation("kind = leaky-relu, slope = -0.5"));
    holds(Sections.activation("kind = elu, scale = 2"));
    holds(Sections.activation("kind = gelu, approximation = tanh"));
  }

  private static void holds(Activation activation) {
    ActivationForm form = activation.form().orElseThrow();
    Matrix z = new Matrix(1, 7, new double[] {-30, -2, -0.1, 0, 0.1, 2, 30});
    Matrix a = new Matrix(1, 7);
    activation.apply(z, a);
    for (int i = 0; i < 7; i++) {
      assertThat(a.get(0, i)).as("" + form).isCloseTo(of(form, z.get(0, i)), within(ERROR));
    }
    Matrix slope = new Matrix(1, 7);
    slope.fill(1);
    activation.multiplyByDerivative(z, a, slope);
    switch (form.kind()) {
      case RELU, LEAKY_RELU, ELU -> assertThat(slope.get(0, 3)).isEqualTo(form.parameter());
      default -> assertThat(form.parameter()).isZero();
    }
  }

  private static double of(ActivationForm form, double z) {
    return switch (form.kind()) {
      case IDENTITY -> z;
      case RELU -> Math.max(0, z);
      case LEAKY_RELU -> z > 0 ? z : form.parameter() * z;
      case ELU -> z > 0 ? z : form.parameter() * (Math.exp(z) - 1);
      case SQUARED_RELU -> Math.max(0, z) * Math.max(0, z);
      case SIGMOID -> 1 / (1 + Math.exp(-z));
      case TANH -> Math.tanh(z);
      case SOFTPLUS -> Math.log1p(Math.exp(z));
      case SILU -> z / (1 + Math.exp(-z));
      case GELU -> z * org.basin.linalg.NormalDistribution.cumulative(z);
      case GELU_BY_TANH ->
          z / 2 * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (z + 0.044715 * z * z * z)));
    };
  }

  @Test
  void losses_areTheirForms() {
    Map<String, List<String>> reductions =
        Map.of(
            "squared", List.of("half-sum", "sum", "mean"),
            "logistic", List.of("sum", "mean"),
            "softmax-cross-entropy", List.of("sum", "mean"));
    for (Factory factory : Losses.CATALOGUE.factories()) {
      for (String reduction : reductions.get(factory.kind())) {
        Loss loss = Sections.loss("kind = " + factory.kind() + ", reduction = " + reduction);
        LossForm form = loss.form().orElseThrow();
        Matrix outputs = new Matrix(2, 3, new double[] {0.3, -1, 2, 0.1, 0, 0.7});
        Matrix signs = new Matrix(2, 3, new double[] {1, -1, -1, 1, 1, -1});
        Matrix classes = new Matrix(2, 3, new double[] {1, 0, 0, 1, 0, 1});
        Matrix labels = form.term() == LossForm.Term.SOFTMAX_CROSS_ENTROPY ? classes : signs;
        assertThat(loss.value(outputs, labels))
            .as("" + form)
            .isCloseTo(of(form, outputs.data(), labels.data()), within(ERROR));
      }
    }
  }

  private static double of(LossForm form, double[] outputs, double[] labels) {
    double sum = 0;
    for (int i = 0; i < 6; i++) {
      double y = labels[i];
      double all = Math.exp(outputs[i - i % 2]) + Math.exp(outputs[i - i % 2 + 1]);
      sum +=
          switch (form.term()) {
            case SQUARED -> (outputs[i] - y) * (outputs[i] - y);
            case LOGISTIC -> Math.log1p(Math.exp(-y * outputs[i]));
            case SOFTMAX_CROSS_ENTROPY -> -y * Math.log(Math.exp(outputs[i]) / all);
          };
    }
    return sum * form.factor(form.term() == LossForm.Term.SOFTMAX_CROSS_ENTROPY ? 3 : 6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind = deep-linear, depth = 3, width = 4",
        "kind = deep-linear, depth = 1",
        "kind = squared-relu, width = 5",
        "kind = two-layer, width = 5, bias = true, activation = tanh",
        "kind = two-homogeneous, width = 5, activation = relu",
        "kind = three-layer, width = 4, second-width = 2, output-bias = true, activation = silu",
        "kind = fully-connected, hidden = [4, 3], bias = true, train-hidden = false",
        "kind = fully-connected, hidden = []",
        "kind = residual, skip = identity, activation = elu",
        "kind = residual, skip = none",
      })
  void models_areTheirForms(String settings) {
    Model model = Sections.model(settings, 3, 1);
    SplittableRandom random = new SplittableRandom(1);
    Parameters parameters = new Parameters(model.shapes());
    for (int t = 0; t < parameters.count(); t++) {
      fill(parameters.get(t), random);
    }
    Matrix inputs = new Matrix(3, 6);
    fill(inputs, random);
    Matrix outputs = model.forward(parameters, inputs, model.workspace(6));
    for (int e = 0; e < 6; e++) {
      double[] x = {inputs.get(0, e), inputs.get(1, e), inputs.get(2, e)};
      double expected = of(model.form().orElseThrow(), parameters, x);
      assertThat(outputs.get(0, e)).isCloseTo(expected, within(ERROR));
    }
    if (model.form().orElseThrow() instanceof ModelForm.AffineLayers network) {
      trainsWhatItSays(network, model.shapes());
    }
  }

  private static void fill(Matrix matrix, SplittableRandom random) {
    for (int i = 0; i < matrix.data().length; i++) {
      matrix.data()[i] = random.nextDouble(-1, 1);
    }
  }

  private static double of(ModelForm form, Parameters parameters, double[] x) {
    if (form instanceof ModelForm.MatrixProduct product) {
      double[] below = x;
      for (int i = 0; i < product.depth(); i++) {
        below = product(parameters.get(i), below);
      }
      return below[0];
    }
    if (form instanceof ModelForm.SquaredNeurons) {
      double sum = 0;
      for (double z : product(parameters.get(0), x)) {
        sum += Math.max(0, z) * Math.max(0, z);
      }
      return sum;
    }
    ModelForm.AffineLayers network = (ModelForm.AffineLayers) form;
    double[] below = x;
    int top = network.layers().size() - 1;
    for (int l = 0; l <= top; l++) {
      DenseLayer layer = network.layers().get(l);
      Matrix ones = new Matrix(layer.outputs(), layer.inputs());
      ones.fill(1);
      double[] z = product(layer.weight() < 0 ? ones : parameters.get(layer.weight()), below);
      for (int r = 0; r < z.length; r++) {
        z[r] += layer.skip() ? below[r] : 0;
        z[r] += layer.bias() < 0 ? 0 : parameters.get(layer.bias()).get(r, 0);
        z[r] = l == top ? z[r] : of(network.activation().form().orElseThrow(), z[r]);
      }
      below = z;
    }
    return below[0];
  }

  private static double[] product(Matrix w, double[] x) {
    double[] z = new double[w.rows()];
    for (int r = 0; r < w.rows(); r++) {
      for (int c = 0; c < w.columns(); c++) {
        z[r] += w.get(r, c) * x[c];
      }
    }
    return z;
  }

  private static void trainsWhatItSays(ModelForm.AffineLayers network, List<Shape> shapes) {
    for (DenseLayer layer : network.layers()) {
      if (layer.weight() >= 0) {
        assertThat(shapes.get(layer.weight()).trained()).isEqualTo(layer.trainsWeight());
      }
      if (layer.bias() >= 0) {
        assertThat(shapes.get(layer.bias()).trained()).isEqualTo(layer.trainsBias());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind = gradient-descent, step-size = 0.1",
        "kind = gradient-descent, step-size = 0.1, momentum = 0.7, weight-decay = 0.3",
        "kind = gradient-descent, step-size = 0.1, momentum = 0.7, nesterov = true",
        "kind = sgd, batch-size = 2, step-size = 0.1, weight-decay = 0.3",
      })
  void optimisers_areTheirForms(String settings) {
    Optimiser optimiser = Sections.optimiser(settings);
    var form = (UpdateForm.Descent) optimiser.form().orElseThrow();
    Parameters parameters = new Parameters(List.of(new Shape("w", 1, 1, true)));
    parameters.get(0).fill(2);
    Parameters gradient = new Parameters(parameters.shapes());
    Optimiser.State state = optimiser.start(parameters, null);
    double w = 2;
    double v = 0;
    for (int step = 0; step < 5; step++) {
      double g = 1.0 / (step + 1);
      gradient.get(0).fill(g);
      state.update(parameters, gradient, 0.1, null);
      double d = g + form.weightDecay() * w;
      v = form.momentum() * v + d;
      w -= 0.1 * (form.nesterov() ? d + form.momentum() * v : v);
      assertThat(parameters.get(0).get(0, 0)).isCloseTo(w, within(ERROR));
    }
  }

  @Test
  void otherRules_andDescentOfAnotherGradient_haveNoForm() {
    String descent = "kind = gradient-descent, step-size = 0.1";
    assertThat(Sections.optimiser(descent + ", clip-norm = 1").form()).isEmpty();
    assertThat(
            Sections.optimiser(descent + ", penalty { kind = frobenius, strength = 0.1 }").form())
        .isEmpty();
    List<String> known = List.of("gradient-descent", "sgd", "adam");
    for (OptimiserFactory factory : Optimisers.CATALOGUE.factories()) {
      boolean isGiven = factory.keys().stream().map(Key::name).anyMatch("batch-size"::equals);
      String settings =
          "kind = " + factory.kind() + (isGiven ? ", batch-size = 2" : "") + ", step-size = 0.1";
      if (!known.contains(factory.kind()) && hasStepSize(factory)) {
        assertThat(Sections.optimiser(settings).form()).as(factory.kind()).isEmpty();
      }
    }
  }

  private static boolean hasStepSize(OptimiserFactory factory) {
    return factory.keys().stream().map(Key::name).anyMatch("step-size"::equals);
  }
}
