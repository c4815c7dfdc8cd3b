package org.basin.nn.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.basin.nn.Objective;
import org.basin.nn.Optimiser;
import org.basin.nn.Parameters;
import org.basin.nn.Shape;
import org.basin.testing.OwnKinds;
import org.basin.testing.Sections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every optimiser on L(w) = ½aw² from w₀ = 3, where w after n updates is known. */
class OptimiserPathsTest {

  private static final double A = 0.5;
  private static final double START = 3;
  private static final int UPDATES = 40;

  /** 1 − ηa for the step size η = 0.4 of the descents. */
  private static final double Q = 1 - 0.4 * A;

  /**
   * Settings of a kind, and where they lead.
   *
   * @param error of the closed form, absolute
   */
  private record Path(String settings, ClosedForm exact, double error) {}

  private interface ClosedForm {

    double after(int updates);
  }

  private static final List<Path> DESCENTS =
      List.of(
          new Path("step-size = 0.4", n -> START * Math.pow(Q, n), 1e-14),
          new Path(
              "step-size = 0.4, weight-decay = 0.1",
              n -> START * Math.pow(Q - 0.4 * 0.1, n),
              1e-14),
          // wₙ₊₁ = (1 + μ − ηa)wₙ − μwₙ₋₁
          new Path(
              "step-size = 0.4, momentum = 0.1", n -> twoPowers(0.1 + Q, 0.1, Q * START, n), 1e-14),
          // wₙ₊₁ = (1 + μ)(1 − ηa)wₙ − μ(1 − ηa)wₙ₋₁
          new Path(
              "step-size = 0.4, momentum = 0.1, nesterov = true",
              n -> twoPowers(1.1 * Q, 0.1 * Q, (1 - 1.1 * (1 - Q)) * START, n),
              1e-14),
          new Path(
              "step-size = 0.4, schedule { kind = exponential, rate = 0.5 }",
              OptimiserPathsTest::halved,
              1e-14),
          new Path(
              "step-size = 7, step-sizes { layers.0 = 0.4 }", n -> START * Math.pow(Q, n), 1e-14));

  /** By kind; without memory Adam moves by the step size, but for its ε of 1e-8. */
  private static final Map<String, List<Path>> PATHS =
      Map.of(
          "gradient-descent",
          DESCENTS,
          "sgd",
          DESCENTS.stream()
              .map(p -> new Path(p.settings + ", batch-size = 1", p.exact, p.error))
              .toList(),
          "smoothed-sgd",
          List.of(DESCENTS.get(0), DESCENTS.get(4), DESCENTS.get(5)),
          "gradient-flow",
          List.of(
              new Path("time-step = 0.1", n -> START * Math.exp(-A * 0.1 * n), 1e-9),
              new Path(
                  "time-step = 0.4, relative-tolerance = 1e-6",
                  n -> START * Math.exp(-A * 0.4 * n),
                  1e-5)),
          "adam",
          List.of(
              new Path(
                  "step-size = 0.05, beta1 = 0, beta2 = 0",
                  n -> START - 0.05 * n,
                  0.05 * 40 * 2e-8),
              new Path(
                  "step-size = 7, step-sizes { layers.0.weight = 0.05 }, beta1 = 0, beta2 = 0",
                  n -> START - 0.05 * n,
                  0.05 * 40 * 2e-8),
              new Path(
                  "step-size = 0.05, beta1 = 0, beta2 = 0, weight-decay = 0.1, decoupled = true",
                  n -> (START + 10) * Math.pow(1 - 0.05 * 0.1, n) - 10,
                  0.05 * 40 * 1e-6)));

  /** Where a recurrence wₙ₊₁ = b·wₙ − c·wₙ₋₁ from w₀ and w₁ leads: a sum of two powers. */
  private static double twoPowers(double b, double c, double first, int n) {
    double root = Math.sqrt(b * b - 4 * c);
    double slow = (b + root) / 2;
    double fast = (b - root) / 2;
    double share = (first - fast * START) / root;
    return share * Math.pow(slow, n) + (START - share) * Math.pow(fast, n);
  }

  private static double halved(int updates) {
    double w = START;
    for (int k = 0; k < updates; k++) {
      w *= 1 - 0.4 * A / (1L << k);
    }
    return w;
  }

  @Test
  void everyKind_hasAPath() {
    OwnKinds.assertHaveExamples(
        Optimisers.CATALOGUE, PATHS.keySet(), "PATHS of OptimiserPathsTest");
  }

  static Stream<String> kinds() {
    return PATHS.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void path_isTheClosedForm(String kind) {
    for (Path path : PATHS.get(kind)) {
      double[] found = follow(Sections.optimiser("kind = " + kind + ", " + path.settings));
      for (int n = 0; n <= UPDATES; n++) {
        assertThat(found[n])
            .as("%s after %d updates", path.settings, n)
            .isCloseTo(path.exact.after(n), within(path.error));
      }
    }
  }

  private static double[] follow(Optimiser optimiser) {
    List<Shape> shapes = List.of(new Shape("layers.0.weight", 1, 1, true));
    Parameters parameters = new Parameters(shapes);
    parameters.fill(START);
    Parameters gradient = new Parameters(shapes);
    Optimiser.State state = optimiser.start(parameters, null);
    double[] path = new double[UPDATES + 1];
    path[0] = START;
    for (int n = 0; n < UPDATES; n++) {
      QUADRATIC.gradient(parameters, gradient);
      state.update(parameters, gradient, optimiser.stepSize(n), QUADRATIC);
      path[n + 1] = parameters.get(0).get(0, 0);
    }
    return path;
  }

  private static final Objective QUADRATIC =
      new Objective() {
        @Override
        public double value(Parameters parameters) {
          double w = parameters.get(0).get(0, 0);
          return A / 2 * w * w;
        }

        @Override
        public double gradient(Parameters parameters, Parameters gradient) {
          gradient.fill(A * parameters.get(0).get(0, 0));
          return value(parameters);
        }
      };
}
