package org.basin.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.basin.data.ReluPopulations.MEAN;
import static org.basin.data.ReluPopulations.drawn;
import static org.basin.data.ReluPopulations.model;
import static org.basin.data.ReluPopulations.population;
import static org.basin.data.ReluPopulations.residual;
import static org.basin.data.ReluPopulations.settings;
import static org.basin.data.ReluPopulations.squared;

import java.util.HashMap;
import java.util.Map;
import org.basin.linalg.Matrix;
import org.basin.nn.Model;
import org.basin.nn.NeuronSum;
import org.basin.nn.Objective;
import org.basin.nn.Parameters;
import org.basin.settings.RandomStreams;
import org.basin.settings.SpecException;
import org.basin.testing.Sections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReluPopulationTest {

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
    assertThat(population.closedForm(residual("none", 3), MEAN)).isPresent();
    assertThat(population.closedForm(residual("none", 3), squared("sum"))).isEmpty();
    assertThatThrownBy(() -> population.objective(residual("none", 3), squared("sum")))
        .isInstanceOf(SpecException.class)
        .hasMessage("loss.kind must be squared with reduction = mean: data is a population");
    Map<String, Object> settings = new HashMap<>(settings("identity", 3));
    settings.put("law", "gaussian");
    settings.remove("dimension");
    assertThatThrownBy(() -> ReluPopulations.create(settings))
        .isInstanceOf(SpecException.class)
        .hasMessage("data has no dimension, must have one");
    settings.put("dimension", 3L);
    settings.put("law", "circle");
    assertThatThrownBy(() -> ReluPopulations.create(settings))
        .isInstanceOf(SpecException.class)
        .hasMessage("data.dimension is 3, must be 2");
    settings.put("law", "gaussian");
    settings.put("teacher.model.activation.kind", "tanh");
    assertThatThrownBy(() -> ReluPopulations.create(settings))
        .isInstanceOf(SpecException.class)
        .hasMessageStartingWith("data.teacher.kind is network, must be direction, or network with");
  }
}
