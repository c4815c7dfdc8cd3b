package org.basin.nn.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.basin.testing.Sections.initialise;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.basin.linalg.Matrix;
import org.basin.testing.OwnKinds;
import org.basin.testing.Sections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The weights of every initialiser: the moments of those that are drawn, the others' values. */
class InitialiserMomentsTest {

  /**
   * Moments are compared in standard errors; each comparison fails a right program with probability
   * 5e-5 (two-sided normal). The seeds are fixed.
   */
  private static final double STANDARD_ERRORS = 4.06;

  /** Of products of orthogonal matrices, relative. */
  private static final double ROUNDING = 1e-12;

  private static final double NORMAL = 2;
  private static final double UNIFORM = 0.8;

  /** For laws whose sum of squares is fixed. */
  private static final double FIXED = 0;

  /** The weights of its second layer are 150 × 200. */
  private static final String WIDE =
      "kind = fully-connected, hidden = [200, 150], activation = tanh";

  /** Of 100 × 100 weights. */
  private static final String SQUARE = "kind = residual";

  private static final String NEURONS = "kind = two-homogeneous, width = 3000";

  /**
   * The law of a matrix's elements.
   *
   * @param tensor the place of the matrix among the model's tensors
   * @param identity multiple of the identity that the law adds
   * @param variance of an element, about the mean 0
   * @param spread variance of the mean square of all elements, times their number, over the squared
   *     variance
   */
  private record Law(
      String settings,
      String model,
      int inputs,
      int tensor,
      double identity,
      double variance,
      double spread) {}

  private static Law wide(String settings, double variance, double spread) {
    return new Law(settings, WIDE, 3, 2, 0, variance, spread);
  }

  private static Law square(String settings, double identity, double variance, double spread) {
    return new Law(settings, SQUARE, 100, 0, identity, variance, spread);
  }

  private static final Map<String, Law> DRAWN =
      Map.ofEntries(
          Map.entry("gaussian", wide("std = 0.3", 0.09, NORMAL)),
          Map.entry("uniform", wide("bound = 0.3", 0.03, UNIFORM)),
          Map.entry("fan-in", wide("gain = 2", 4.0 / 200, NORMAL)),
          Map.entry("fan-out", wide("gain = 2", 4.0 / 150, NORMAL)),
          Map.entry("pytorch", wide("", 1.0 / 600, UNIFORM)),
          Map.entry("orthogonal", wide("gain = 1.5", 2.25 / 200, FIXED)),
          Map.entry("scaled", wide("of { kind = gaussian, std = 0.1 }, factor = 3", 0.09, NORMAL)),
          Map.entry("spectrum", spectrum(0.4, 0.6)),
          Map.entry(
              "identity-plus", square("init { kind = gaussian, std = 0.2 }", 1, 0.04, NORMAL)),
          Map.entry(
              "shifted-orthogonal", square("shift = 0.3, scale = 0.5", -0.3, 0.25 / 100, FIXED)),
          Map.entry("balanced-neurons", new Law("std = 0.5", NEURONS, 3, 0, 0, 0.25, NORMAL)));

  /** Settings, a model of two inputs, and the first tensor, column by column. */
  private static final Map<String, Given> GIVEN =
      Map.of(
          "angles",
              new Given(
                  "degrees = [0, 90], norm = 2", List.of(Math.sqrt(2), 0.0, 0.0, Math.sqrt(2))),
          "balanced", new Given("effective-weight = [0.6, -0.8]", List.of(0.6, -0.8)),
          "explicit",
              new Given(
                  "tensors = [{ kind = values, name = layers.0.weight, values = [[1, 2], [3, 4]] }]",
                  List.of(1.0, 3.0, 2.0, 4.0)),
          "placed-neurons",
              new Given(
                  "neurons = [[1, 2], [3, 4]], rest { kind = gaussian, std = 1 }",
                  List.of(1.0, 3.0, 2.0, 4.0)));

  private record Given(String settings, List<Double> weights) {}

  /** Singular values between the two, as many as rows; the number of elements is 150 × 200. */
  private static Law spectrum(double from, double to) {
    double square = (from * from + from * to + to * to) / 3;
    double fourth = (Math.pow(to, 5) - Math.pow(from, 5)) / (5 * (to - from));
    double relative = (fourth - square * square) / (square * square);
    return wide("from = " + from + ", to = " + to, square / 200, relative * 200);
  }

  @Test
  void everyKind_hasALawOrValues() {
    Set<String> kinds = new TreeSet<>(DRAWN.keySet());
    kinds.addAll(GIVEN.keySet());
    OwnKinds.assertHaveExamples(
        Initialisers.CATALOGUE, kinds, "DRAWN or GIVEN of InitialiserMomentsTest");
  }

  static Stream<String> drawn() {
    return DRAWN.keySet().stream().sorted();
  }

  static Stream<String> given() {
    return GIVEN.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("drawn")
  void moments_areThoseOfTheLaw(String kind) {
    Law law = DRAWN.get(kind);
    String settings = law.settings.isEmpty() ? kind : kind + ", " + law.settings;
    Matrix weights = initialise(settings, Sections.model(law.model, law.inputs, 1)).get(law.tensor);
    double sum = 0;
    double squares = 0;
    for (int r = 0; r < weights.rows(); r++) {
      for (int c = 0; c < weights.columns(); c++) {
        double x = weights.get(r, c) - (r == c ? law.identity : 0);
        sum += x;
        squares += x * x;
      }
    }
    double n = (double) weights.rows() * weights.columns();
    assertThat(sum / Math.sqrt(n * law.variance))
        .as("mean of %s, in standard errors", settings)
        .isBetween(-STANDARD_ERRORS, STANDARD_ERRORS);
    assertThat(squares / (n * law.variance))
        .as("variance of %s, as a part of what it must be", settings)
        .isCloseTo(1, within(STANDARD_ERRORS * Math.sqrt(law.spread / n) + ROUNDING));
  }

  @ParameterizedTest
  @MethodSource("given")
  void weights_areThoseGiven(String kind) {
    Given given = GIVEN.get(kind);
    String model =
        kind.equals("balanced")
            ? "kind = deep-linear, depth = 1"
            : "kind = squared-relu, width = 2";
    assertThat(initialise(kind + ", " + given.settings, Sections.model(model, 2, 1)).get(0).data())
        .containsExactly(given.weights.stream().mapToDouble(x -> x).toArray(), within(1e-15));
  }
}
