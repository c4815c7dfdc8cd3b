package org.basin.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.basin.nn.Loss;
import org.basin.nn.Losses;
import org.basin.nn.Matrix;
import org.basin.nn.Model;
import org.basin.nn.Models;
import org.basin.nn.NeuronSum;
import org.basin.nn.Objective;
import org.basin.nn.Parameters;
import org.basin.plan.RandomStreams;
import org.basin.plan.Section;
import org.basin.plan.Settings;
import org.basin.plan.SpecException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReluPopulationTest {

  private static final Loss MEAN = squared("mean");

  @Test
  void pairs_areThoseWorkedByHand() {
    // a = (2, 0) against b at 60 degrees, opposite, equal and 0; then b = (0, 3) at a right angle.
    double root = Math.sqrt(3);
    Matrix b = Matrix.ofRows(new double[][] {{0.5, root / 2}, {-5, 0}, {2, 0}, {0, 0}});
    Matrix a = Matrix.ofRows(new double[][] {{2, 0}, {0, 3}, {0, 0}, {1, 1}});
    ArcCosineKernel kernel = new ArcCosineKernel(4);
    kernel.compute(Neurons.of(a), Neurons.of(b));
    double pi = Math.PI;
    double at60 = 2 * (root / 2 + pi * 2 / 3 * 0.5) / (2 * pi);
    assertThat(kernel.values().get(0, 0)).isCloseTo(at60, within(1e-15));
    assertThat(kernel.values().get(0, 1)).isCloseTo(0, within(1e-15));
    assertThat(kernel.values().get(0, 2)).isEqualTo(2); // ‖a‖²/2
    assertThat(kernel.values().get(0, 3)).isZero();
    assertThat(kernel.values().get(1, 2)).isCloseTo(6 / (2 * pi), within(1e-15));
    assertThat(kernel.values().get(2, 2)).isZero();
    assertThat(kernel.complements().get(0, 0)).isCloseTo(pi / 6, within(1e-15));
    assertThat(kernel.complements().get(0, 1)).isCloseTo(-pi / 2, within(1e-15));
    assertThat(kernel.complements().get(0, 2)).isEqualTo(pi / 2);
    assertThat(kernel.sines()[0])
        .isCloseTo(
            2 * root / 2 + 3 * 0.5 + Math.sqrt(2) * Math.sin(Math.toRadians(15)), within(1e-14));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-12, 1e-8, 1e-4, 0.04, 0.05, 3.1})
  void angles_areGoodNearZeroAndPi(double theta) {
    Matrix a = Matrix.ofRows(new double[][] {{3, 0}});
    ArcCosineKernel kernel = new ArcCosineKernel(1);
    kernel.compute(
        Neurons.of(a),
        Neurons.of(Matrix.ofRows(new double[][] {{7 * Math.cos(theta), 7 * Math.sin(theta)}})));
    assertThat(Math.PI / 2 - kernel.complements().get(0, 0)).isCloseTo(theta, within(1e-14));
    assertThat(kernel.sines()[0] / 3).isCloseTo(Math.sin(theta), within(1e-13 * theta));
    kernel.compute(
        Neurons.of(a),
        Neurons.of(Matrix.ofRows(new double[][] {{-7 * Math.cos(theta), 7 * Math.sin(theta)}})));
    assertThat(Math.PI / 2 + kernel.complements().get(0, 0)).isCloseTo(theta, within(1e-14));
    assertThat(kernel.sines()[0] / 3).isCloseTo(Math.sin(theta), within(1e-13 * theta));
  }

  @ParameterizedTest
  @CsvSource({"identity, identity", "none, none", "none, identity", "identity, none"})
  void gradient_equalsCentralDifferences(String student, String teacher) {
    Model model = residual(student, 5);
    Parameters parameters = drawn(model, 0.5, 2);
    check(population("gaussian", 1.5, teacher, 5), model, parameters);
    parameters.get(0).data()[0] = 0; // A generic row stays one.
    check(population("sphere", 2.0, teacher, 5), model, parameters);
  }

  private static void check(Population population, Model model, Parameters parameters) {
    Objective objective = population.objective(model, MEAN);
    Parameters gradient = new Parameters(model.shapes());
    assertThat(objective.gradient(parameters, gradient)).isEqualTo(objective.value(parameters));
    double h = 1e-5;
    double[] w = parameters.get(0).data();
    for (int k = 0; k < w.length; k++) {
      double middle = w[k];
      w[k] = middle + h;
      double up = objective.value(parameters);
      w[k] = middle - h;
      double down = objective.value(parameters);
      w[k] = middle;
      assertThat(gradient.get(0).data()[k]).isCloseTo((up - down) / (2 * h), within(1e-8));
    }
  }

  /**
   * 400,000 samples of a fixed seed: the loss and every element of the gradient within 4.5 standard
   * errors of their sample (p < 7e-6 each).
   */
  @ParameterizedTest
  @CsvSource({"gaussian, 1.3, identity", "gaussian, 1, none", "sphere, 2, identity"})
  void lossAndGradient_areTheMeansOfSamples(String law, double scale, String skip) {
    int d = 4;
    int n = 400_000;
    Population population = population(law, scale, skip, d);
    Model model = residual(skip, d);
    Parameters parameters = drawn(model, 0.6, 3);
    Parameters gradient = new Parameters(model.shapes());
    double exact = population.objective(model, MEAN).gradient(parameters, gradient);
    Matrix inputs = inputs(law, scale, d, n);
    Model teacher = population.teacherModel();
    double[] target =
        teacher
            .forward(population.teacherParameters(), inputs, teacher.workspace(n))
            .data()
            .clone();
    double[] output = model.forward(parameters, inputs, model.workspace(n)).data();
    Moments loss = new Moments();
    Moments[] element = new Moments[d * d];
    for (int k = 0; k < d * d; k++) {
      element[k] = new Moments();
    }
    double[] outer = new double[n];
    for (int e = 0; e < n; e++) {
      outer[e] = output[e] - target[e];
      loss.add(outer[e] * outer[e]);
    }
    Matrix weights = ((NeuronSum) model).effectiveWeights(parameters);
    for (int e = 0; e < n; e++) {
      for (int r = 0; r < d; r++) {
        double z = 0;
        for (int c = 0; c < d; c++) {
          z += weights.get(r, c) * inputs.get(c, e);
        }
        for (int c = 0; c < d; c++) {
          element[c * d + r].add(z > 0 ? 2 * outer[e] * inputs.get(c, e) : 0);
        }
      }
    }
    loss.check(exact);
    for (int k = 0; k < d * d; k++) {
      element[k].check(gradient.get(0).data()[k]);
    }
  }

  private static Matrix inputs(String law, double scale, int d, int n) {
    Matrix inputs = new Matrix(d, n);
    UniformRandomProvider stream = RandomStreams.stream(9, "monte-carlo");
    if (law.equals("sphere")) {
      new Sphere(d, scale).draw(stream, inputs);
      return inputs;
    }
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(stream);
    for (int i = 0; i < inputs.data().length; i++) {
      inputs.data()[i] = scale * normal.sample();
    }
    return inputs;
  }

  /** Running mean and variance. */
  private static final class Moments {
    private double sum;
    private double squares;
    private int count;

    void add(double x) {
      sum += x;
      squares += x * x;
      count++;
    }

    void check(double expected) {
      double mean = sum / count;
      double error = Math.sqrt((squares / count - mean * mean) / count);
      assertThat((mean - expected) / error).isBetween(-4.5, 4.5);
    }
  }

  @Test
  void teacherItself_hasNoLossAndNoGradient() {
    Population population = population("gaussian", 1.0, "identity", 30);
    Model model = residual("identity", 30);
    Parameters gradient = new Parameters(model.shapes());
    double loss =
        population.objective(model, MEAN).gradient(population.teacherParameters(), gradient);
    assertThat(loss).isBetween(0.0, 1e-13);
    for (double g : gradient.get(0).data()) {
      assertThat(g).isCloseTo(0, within(1e-13));
    }
  }

  /** Close to the teacher the loss is that of the linearised network: quadratic in the distance. */
  @Test
  void loss_keepsItsDigitsNearTheTeacher() {
    Population population = population("gaussian", 1.0, "identity", 30);
    Model model = residual("identity", 30);
    Objective objective = population.objective(model, MEAN);
    double far = objective.value(shifted(population, 1e-4));
    double near = objective.value(shifted(population, 1e-6));
    assertThat(far / near).isCloseTo(1e4, within(10.0));
  }

  private static Parameters shifted(Population population, double by) {
    Parameters parameters = population.teacherParameters().copy();
    double[] w = parameters.get(0).data();
    for (int k = 0; k < w.length; k++) {
      w[k] += k % 3 == 0 ? by : -by / 2;
    }
    return parameters;
  }

  @Test
  void zeroNeuron_movesByTheDerivativeAtZero() {
    Population population = population("gaussian", 1.0, "identity", 3);
    for (double slope : new double[] {0, 1}) {
      Model model = residual("none", 3, slope);
      Parameters parameters = drawn(model, 0.5, 4);
      for (int c = 0; c < 3; c++) {
        parameters.get(0).set(1, c, 0);
      }
      Parameters gradient = new Parameters(model.shapes());
      assertThat(population.objective(model, MEAN).gradient(parameters, gradient)).isPositive();
      Matrix teacher =
          ((NeuronSum) population.teacherModel()).effectiveWeights(population.teacherParameters());
      for (int c = 0; c < 3; c++) {
        // E 2 (f − f*) x = Σ uᵢ − Σ vᵢ.
        double sum = 0;
        for (int r = 0; r < 3; r++) {
          sum += parameters.get(0).get(r, c) - teacher.get(r, c);
        }
        assertThat(gradient.get(0).get(1, c)).isCloseTo(slope * sum, within(1e-14));
      }
    }
  }

  @Test
  void nonFiniteParameters_giveNaN() {
    Population population = population("gaussian", 1.0, "identity", 3);
    Model model = residual("identity", 3);
    for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      Parameters parameters = drawn(model, 0.5, 4);
      parameters.get(0).set(1, 2, value);
      Parameters gradient = new Parameters(model.shapes());
      assertThat(population.objective(model, MEAN).gradient(parameters, gradient)).isNaN();
      assertThat(gradient.get(0).get(1, 2)).isNaN();
    }
  }

  @Test
  void samplesOfTheSameSeed_haveTheSameTeacher() {
    Map<String, Object> settings = new HashMap<>(settings("identity", 4));
    Population population = population("gaussian", 1.0, "identity", 4);
    settings.put("samples", 5L);
    TrainingSet set =
        (TrainingSet)
            new GaussianFactory()
                .create(Sections.data("gaussian", settings), RandomStreams.stream(1, "data"));
    assertThat(set.teacherParameters().get(0).data())
        .containsExactly(population.teacherParameters().get(0).data());
    assertThat(set.population().inputs()).isEqualTo(4);
  }

  @Test
  void modelOrLossWithoutClosedForm_isAnError() {
    Population population = population("gaussian", 1.0, "identity", 3);
    assertThatThrownBy(
            () -> population.objective(model(Map.of("kind", "squared-relu", "width", 3L), 3), MEAN))
        .isInstanceOf(SpecException.class)
        .hasMessageStartingWith("model.kind is not a residual network of ReLUs, must be one");
    assertThatThrownBy(
            () ->
                population.objective(
                    model(Map.of("kind", "residual", "skip", "none", "activation.kind", "tanh"), 3),
                    MEAN))
        .isInstanceOf(SpecException.class)
        .hasMessageStartingWith("model.kind is not a residual network of ReLUs, must be one");
    assertThatThrownBy(() -> population.objective(residual("none", 3), squared("sum")))
        .isInstanceOf(SpecException.class)
        .hasMessage("loss.kind must be squared with reduction = mean: data is a population");
    Map<String, Object> settings = new HashMap<>(settings("identity", 3));
    settings.put("law", "gaussian");
    settings.remove("dimension");
    assertThatThrownBy(() -> create(settings))
        .isInstanceOf(SpecException.class)
        .hasMessage("data has no dimension, must have one");
    settings.put("dimension", 3L);
    settings.put("law", "circle");
    assertThatThrownBy(() -> create(settings))
        .isInstanceOf(SpecException.class)
        .hasMessage("data.dimension is 3, must be 2");
    settings.put("law", "gaussian");
    settings.put("teacher.model.activation.kind", "tanh");
    assertThatThrownBy(() -> create(settings))
        .isInstanceOf(SpecException.class)
        .hasMessageStartingWith("data.teacher.kind is network, must be direction, or network with");
  }

  private static Population population(String law, double scale, String skip, int dimension) {
    Map<String, Object> settings = new HashMap<>(settings(skip, dimension));
    settings.put("law", law);
    settings.put("scale", scale);
    return create(settings);
  }

  private static Population create(Map<String, Object> settings) {
    return (Population)
        new PopulationFactory()
            .create(Sections.data("population", settings), RandomStreams.stream(1, "data"));
  }

  private static Map<String, Object> settings(String skip, long dimension) {
    return Map.ofEntries(
        Map.entry("dimension", dimension),
        Map.entry("teacher.kind", "network"),
        Map.entry("teacher.outputs", 1L),
        Map.entry("teacher.model.kind", "residual"),
        Map.entry("teacher.model.skip", skip),
        Map.entry("teacher.model.activation.kind", "relu"),
        Map.entry("teacher.model.activation.derivative-at-zero", 0.0),
        Map.entry("teacher.init.kind", "gaussian"),
        Map.entry("teacher.init.std", 0.4));
  }

  private static Model residual(String skip, int inputs) {
    return residual(skip, inputs, 0);
  }

  private static Model residual(String skip, int inputs, double slope) {
    return model(
        Map.of(
            "kind",
            "residual",
            "skip",
            skip,
            "activation.kind",
            "relu",
            "activation.derivative-at-zero",
            slope),
        inputs);
  }

  private static Model model(Map<String, ?> settings, int inputs) {
    Section section = new Section("model", Settings.of(settings));
    return Models.CATALOGUE.of(section).create(section, inputs, 1);
  }

  private static Parameters drawn(Model model, double std, long seed) {
    Parameters parameters = new Parameters(model.shapes());
    ZigguratSampler.NormalizedGaussian normal =
        ZigguratSampler.NormalizedGaussian.of(RandomStreams.stream(seed, "init"));
    double[] w = parameters.get(0).data();
    for (int k = 0; k < w.length; k++) {
      w[k] = std * normal.sample();
    }
    return parameters;
  }

  private static Loss squared(String reduction) {
    Section section =
        new Section("loss", Settings.of(Map.of("kind", "squared", "reduction", reduction)));
    return Losses.CATALOGUE.of(section).create(section);
  }
}
