package org.basin.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.basin.linalg.Matrix;
import org.basin.linalg.StepExamples;
import org.basin.nn.Linear;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.Objective;
import org.basin.nn.Parameters;
import org.basin.nn.init.Initialisers;
import org.basin.nn.loss.Losses;
import org.basin.nn.model.Models;
import org.basin.settings.RandomStreams;
import org.basin.settings.Section;
import org.basin.settings.Settings;
import org.basin.settings.SpecException;
import org.basin.testing.Sections;
import org.junit.jupiter.api.Test;

class SignPopulationTest {

  private static final Loss LOGISTIC = logistic("mean");

  @Test
  void objective_isTheClosedFormAtTheEffectiveWeight() {
    SignPopulation population = population("gaussian", 1.0, 2.0, -2.0);
    Linear model = (Linear) deepLinear(3, 3);
    Parameters parameters = start(model, 1);
    double expected =
        new LogisticClosedForm(new Gaussian(3, 1), new double[] {1 / 3.0, 2 / 3.0, -2 / 3.0})
            .value(model.effectiveWeight(parameters).data());
    Objective objective = population.objective(model, LOGISTIC);
    assertThat(objective.value(parameters)).isCloseTo(expected, within(1e-13));
    assertThat(objective.gradient(parameters, new Parameters(model.shapes())))
        .isEqualTo(objective.value(parameters));
  }

  @Test
  void gradient_byTheLayers_equalsCentralDifferences() {
    for (int depth : new int[] {1, 2, 4}) {
      Model model = deepLinear(2, depth);
      Objective objective = population("circle", 0.0, 1.0).objective(model, LOGISTIC);
      Parameters parameters = start(model, 2);
      Parameters gradient = new Parameters(model.shapes());
      objective.gradient(parameters, gradient);
      double h = 1e-5;
      for (int i = 0; i < parameters.count(); i++) {
        double[] tensor = parameters.get(i).data();
        for (int k = 0; k < tensor.length; k++) {
          double middle = tensor[k];
          tensor[k] = middle + h;
          double up = objective.value(parameters);
          tensor[k] = middle - h;
          double down = objective.value(parameters);
          tensor[k] = middle;
          assertThat(gradient.get(i).data()[k]).isCloseTo((up - down) / (2 * h), within(1e-9));
        }
      }
    }
  }

  @Test
  void populationOfFreshSamples_isThatOfTheirLaw() {
    Section section =
        Sections.data(
            "sphere",
            Sections.withDirection(
                Map.of("dimension", 3L, "radius", 2.0, "fresh", true), 0.0, 0.0, 1.0));
    FreshSamples fresh =
        (FreshSamples) new SphereFactory().create(section, RandomStreams.stream(1, "data"));
    Population population = fresh.population();
    assertThat(population.marginalRadius()).isCloseTo(2 * Math.PI / 4, within(1e-15));
    assertThat(population.inputs()).isEqualTo(3);
    assertThat(population.direction()).isSameAs(fresh.direction());

    Linear model = (Linear) deepLinear(3, 2);
    Parameters parameters = start(model, 3);
    int n = 200_000;
    Matrix inputs = new Matrix(3, n);
    Matrix labels = new Matrix(1, n);
    fresh.draw(RandomStreams.stream(1, "samples"), StepExamples.of(inputs, labels));
    Matrix outputs = model.forward(parameters, inputs, model.workspace(n));
    double exact = population.objective(model, LOGISTIC).value(parameters);
    // |ln(1+e^{−m}) − ln 2| ≤ |m| and E m² = 4‖w‖²/3: 4 deviations of the mean, p < 7e-5.
    double norm = TeacherVector.norm(model.effectiveWeight(parameters).data());
    double deviation = 2 * norm / Math.sqrt(3) / Math.sqrt(n);
    assertThat(LOGISTIC.value(outputs, labels)).isCloseTo(exact, within(4 * deviation));
  }

  @Test
  void freshSamples_withAnotherTeacher_haveNoPopulation() {
    Section section =
        Sections.data("sphere", Map.of("dimension", 3L, "fresh", true, "target", "x1"));
    FreshSamples fresh =
        (FreshSamples) new SphereFactory().create(section, RandomStreams.stream(1, "data"));
    assertThat(fresh.population()).isNull();
  }

  @Test
  void freshSamples_inOneDimension_haveNoPopulation() {
    Section section =
        Sections.data(
            "gaussian", Sections.withDirection(Map.of("dimension", 1L, "fresh", true), 1.0));
    FreshSamples fresh =
        (FreshSamples) new GaussianFactory().create(section, RandomStreams.stream(1, "data"));
    assertThat(fresh.population()).isNull();
  }

  @Test
  void modelOrLossWithoutClosedForm_isAnError() {
    SignPopulation population = population("circle", 0.0, 1.0);
    Model relu = model(Map.of("kind", "squared-relu", "width", 3L), 2);
    assertThatThrownBy(() -> population.objective(relu, LOGISTIC))
        .isInstanceOf(SpecException.class)
        .hasMessage("model.kind is not a linear network, must be one: data is a population");
    assertThat(population.closedForm(relu, LOGISTIC)).isEmpty();
    Model linear = deepLinear(2, 1);
    String message = "loss.kind must be logistic with reduction = mean: data is a population";
    Section squared = section("loss", Map.of("kind", "squared", "reduction", "mean"));
    assertThat(population.closedForm(linear, LOGISTIC)).isPresent();
    for (Loss loss : List.of(logistic("sum"), Losses.CATALOGUE.of(squared).create(squared))) {
      assertThat(population.closedForm(linear, loss)).isEmpty();
      assertThatThrownBy(() -> population.objective(linear, loss))
          .isInstanceOf(SpecException.class)
          .hasMessage(message);
    }
  }

  @Test
  void settingsWithoutClosedForm_areErrors() {
    assertThatThrownBy(() -> population("circle", 1.0, 0.0, 0.0))
        .isInstanceOf(SpecException.class)
        .hasMessage("data.teacher.vector has 3 numbers, must have 2");
    assertThatThrownBy(() -> population("gaussian", 1.0))
        .isInstanceOf(SpecException.class)
        .hasMessage("data.teacher.vector has 1 numbers, must have 2 or more");
    Section linear =
        Sections.data(
            "population",
            Map.of("law", "circle", "teacher.kind", "linear", "teacher.vector", List.of(1.0, 0.0)));
    assertThatThrownBy(
            () -> new PopulationFactory().create(linear, RandomStreams.stream(1, "data")))
        .isInstanceOf(SpecException.class)
        .hasMessageStartingWith("data.teacher.kind is linear, must be direction");
  }

  private static SignPopulation population(String law, Double... vector) {
    Section section =
        Sections.data("population", Sections.withDirection(Map.of("law", law), vector));
    return (SignPopulation)
        new PopulationFactory().create(section, RandomStreams.stream(1, "data"));
  }

  private static Model deepLinear(int inputs, long depth) {
    return model(Map.of("kind", "deep-linear", "depth", depth), inputs);
  }

  private static Model model(Map<String, ?> settings, int inputs) {
    Section section = section("model", settings);
    return Models.CATALOGUE.of(section).create(section, inputs, 1);
  }

  private static Parameters start(Model model, long seed) {
    Section section = section("init", Map.of("kind", "gaussian", "std", 0.7));
    Parameters parameters = new Parameters(model.shapes());
    Initialisers.CATALOGUE
        .of(section)
        .create(section)
        .initialise(model, parameters, RandomStreams.stream(seed, "init"));
    return parameters;
  }

  private static Loss logistic(String reduction) {
    Section section = section("loss", Map.of("kind", "logistic", "reduction", reduction));
    return Losses.CATALOGUE.of(section).create(section);
  }

  private static Section section(String path, Map<String, ?> settings) {
    return new Section(path, Settings.of(settings));
  }
}
