package org.basin.nn.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.basin.linalg.Draws;
import org.basin.linalg.Matrix;
import org.basin.nn.Optimiser;
import org.basin.nn.Parameters;
import org.basin.nn.Shape;
import org.basin.settings.RandomStreams;
import org.basin.settings.Section;
import org.basin.settings.SpecException;
import org.basin.testing.OwnKinds;
import org.basin.testing.Sections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PenaltiesTest {

  private static final List<Shape> SHAPES =
      List.of(
          new Shape("layers.0.weight", 2, 2, true),
          new Shape("layers.0.bias", 2, 1, true),
          new Shape("layers.1.weight", 1, 2, false));

  private static Parameters parameters(double... first) {
    Parameters parameters = new Parameters(SHAPES);
    parameters.fill(1);
    parameters.get(0).copyFrom(new Matrix(2, 2, first));
    return parameters;
  }

  private static Penalty penalty(String settings) {
    Section section = Sections.of("penalty", settings);
    return Penalties.CATALOGUE.of(section).create(section);
  }

  /** Rows (1, 2) and (−3, 0): squared norms 5 and 9. */
  @Test
  void values_areTheNormsOfTheRows() {
    Parameters at = parameters(1, -3, 2, 0);
    Parameters origin = parameters(1, 1, 1, 0); // Rows less these: (0, 1) and (−4, 0).
    assertThat(penalty("kind = frobenius, strength = 0.5").start(origin).value(at)).isEqualTo(7);
    assertThat(penalty("kind = two-four-norm, strength = 0.5").start(origin).value(at))
        .isEqualTo(53);
    assertThat(
            penalty("kind = two-four-norm, strength = 2, of = increments").start(origin).value(at))
        .isEqualTo(2 * (1 + 256));
    assertThat(
            penalty(
                    "kind = sum, terms = [{ kind = frobenius, strength = 1 },"
                        + " { kind = frobenius, strength = 3, tensors = [layers.0.bias] }]")
                .start(origin)
                .value(at))
        .isEqualTo(14 + 6);
  }

  @Test
  void everyKind_hasAGradientTested() {
    OwnKinds.assertHaveExamples(
        Penalties.CATALOGUE,
        examples().map(e -> e.split("[ ,]", -1)[2]).toList(),
        "examples() of PenaltiesTest");
  }

  static Stream<String> examples() {
    return Stream.of(
        "kind = frobenius, strength = 0.3",
        "kind = two-four-norm, strength = 0.3",
        "kind = two-four-norm, strength = 0.3, of = increments",
        "kind = two-four-norm, strength = 0.3, tensors = [layers.0.weight, layers.0.bias]",
        "kind = sum, terms = [{ kind = frobenius, strength = 1, of = increments },"
            + " { kind = two-four-norm, strength = 3 }]");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void gradient_equalsCentralDifferences_andIsAdded(String settings) {
    Parameters origin = new Parameters(SHAPES);
    Parameters at = new Parameters(SHAPES);
    for (int t = 0; t < at.count(); t++) {
      Draws.gaussian(origin.get(t), 1, RandomStreams.stream(t, "origin"));
      Draws.gaussian(at.get(t), 1, RandomStreams.stream(t, "at"));
    }
    Penalty.Term term = penalty(settings).start(origin);
    Parameters gradient = new Parameters(SHAPES);
    gradient.fill(2);
    term.addGradient(at, gradient);
    double h = 1e-5;
    for (int t = 0; t < at.count(); t++) {
      double[] w = at.get(t).data();
      for (int i = 0; i < w.length; i++) {
        double element = w[i];
        w[i] = element + h;
        double above = term.value(at);
        w[i] = element - h;
        double below = term.value(at);
        w[i] = element;
        assertThat(gradient.get(t).data()[i] - 2)
            .isCloseTo((above - below) / (2 * h), within(1e-7));
      }
    }
  }

  /** With a penalty of λ/2 ‖w‖² an optimiser moves as with weight decay λ. */
  @Test
  void penalisedOptimiser_descendsTheSum() {
    for (String kind : List.of("sgd, batch-size = 1", "gradient-descent", "adam")) {
      String rule = "step-size = 0.1, kind = " + kind;
      Optimiser decaying = Sections.optimiser(rule + ", weight-decay = 0.5");
      Optimiser penalised =
          Sections.optimiser(rule + ", penalty { kind = frobenius, strength = 0.25 }");
      List<Shape> shapes = List.of(new Shape("w", 1, 2, true));
      Parameters expected = new Parameters(shapes);
      expected.get(0).copyFrom(new Matrix(1, 2, new double[] {3, -1}));
      Parameters actual = expected.copy();
      Optimiser.State first = decaying.start(expected, null);
      Optimiser.State second = penalised.start(actual, null);
      for (int n = 0; n < 5; n++) {
        Parameters gradient = new Parameters(shapes);
        gradient.fill(0.7);
        first.update(expected, gradient, decaying.stepSize(n), null);
        gradient.fill(0.7);
        second.update(actual, gradient, penalised.stepSize(n), null);
      }
      assertThat(actual.get(0).data()).containsExactly(expected.get(0).data(), within(1e-15));
    }
  }

  @Test
  void tensorThatIsNotTrained_isRefused() {
    assertThatThrownBy(
            () ->
                penalty("kind = frobenius, strength = 1, tensors = [layers.1.weight]")
                    .start(parameters(0, 0, 0, 0)))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "penalty.tensors lists layers.1.weight, but the trained tensors are"
                + " layers.0.weight, layers.0.bias");
  }
}
