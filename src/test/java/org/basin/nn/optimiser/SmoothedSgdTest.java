package org.basin.nn.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.basin.nn.Objective;
import org.basin.nn.Optimiser;
import org.basin.nn.Parameters;
import org.basin.nn.Shape;
import org.basin.settings.RandomStreams;
import org.basin.settings.SpecException;
import org.basin.testing.Sections;
import org.junit.jupiter.api.Test;

class SmoothedSgdTest {

  private static final List<Shape> SHAPES =
      List.of(
          new Shape("layers.0.weight", 3, 2, true),
          new Shape("layers.1.weight", 2, 3, true),
          new Shape("layers.2.weight", 1, 2, false));

  /** A gradient that does not depend on the point, and the points it was asked at. */
  private static final class Slope implements Objective {

    final List<Parameters> points = new ArrayList<>();
    private final double slope;

    Slope(double slope) {
      this.slope = slope;
    }

    @Override
    public double value(Parameters parameters) {
      return 0;
    }

    @Override
    public double gradient(Parameters parameters, Parameters gradient) {
      points.add(parameters.copy());
      gradient.fill(slope);
      return 0;
    }
  }

  private static Parameters initial() {
    Parameters initial = new Parameters(SHAPES);
    for (int t = 0; t < initial.count(); t++) {
      initial.get(t).fill(t + 1);
    }
    return initial;
  }

  /** The parameters after {@code updates} of step size ½. */
  private static Parameters descend(String settings, Objective objective, int updates) {
    Optimiser optimiser = Sections.optimiser("kind = smoothed-sgd, step-size = 0.5, " + settings);
    Parameters parameters = initial();
    Optimiser.State state = optimiser.start(parameters, RandomStreams.stream(3, "noise"));
    for (int n = 0; n < updates; n++) {
      state.update(parameters, new Parameters(SHAPES), optimiser.stepSize(n), objective);
    }
    return parameters;
  }

  @Test
  void withoutNoise_itIsSgd() {
    Parameters end = descend("batch-size = 1", new Slope(0.25), 3);
    assertThat(end.get(0).data()).containsOnly(1 - 3 * 0.125);
    assertThat(end.get(1).data()).containsOnly(2 - 3 * 0.125);
    assertThat(end.get(2).data()).containsOnly(3);
  }

  @Test
  void everyUpdate_takesASecondGradient() {
    assertThat(Sections.optimiser("kind = smoothed-sgd, step-size = 1").gradientsPerStep())
        .isEqualTo(2);
  }

  @Test
  void noise_movesThePointsOfTheGradients_butNotTheParameters() {
    Slope slope = new Slope(0);
    Parameters end = descend("noise = 0.1, second-noise = 0.4", slope, 2000);
    assertThat(end.get(0).data()).containsOnly(1);
    assertThat(end.get(1).data()).containsOnly(2);
    double[] squares = new double[3];
    for (Parameters point : slope.points) {
      for (int t = 0; t < 3; t++) {
        for (double x : point.get(t).data()) {
          squares[t] += (x - t - 1) * (x - t - 1);
        }
      }
    }
    // 12,000 draws each: four standard errors of a variance, 4·σ²·√(2/n).
    assertThat(squares[0] / 12_000).isCloseTo(0.01, within(4 * 0.01 * Math.sqrt(2 / 12_000.0)));
    assertThat(squares[1] / 12_000).isCloseTo(0.16, within(4 * 0.16 * Math.sqrt(2 / 12_000.0)));
    assertThat(squares[2]).isZero();
  }

  /** After one step W′ = V′ = −½ everywhere, so ‖w′‖² = ½; then 4λ_w‖w′‖²w′ and 2λ_v v′ pull. */
  @Test
  void penalties_pullTheIncrementsBack() {
    Parameters end = descend("row-penalty = 0.3, square-penalty = 0.2", new Slope(1), 2);
    double d = -0.5;
    assertThat(end.get(0).get(0, 0))
        .isCloseTo(1 + d - 0.5 * (1 + 4 * 0.3 * 0.5 * d), within(1e-15));
    assertThat(end.get(1).get(0, 0)).isCloseTo(2 + d - 0.5 * (1 + 2 * 0.2 * d), within(1e-15));
  }

  @Test
  void signs_flipRowsOfTheFirstIncrementAndColumnsOfTheSecond_together() {
    Parameters end = descend("signs = true", new Slope(1), 7);
    for (int j = 0; j < 3; j++) {
      double first = end.get(0).get(j, 0) - 1;
      assertThat(end.get(0).get(j, 1) - 1).isEqualTo(first);
      assertThat(end.get(1).get(0, j) - 2).isCloseTo(first, within(1e-15));
      assertThat(end.get(1).get(1, j) - 2).isCloseTo(first, within(1e-15));
    }
  }

  /** λ = ¾² after two rounds of two updates, and the penalties shrink with it. */
  @Test
  void shrinking_weighsTheOutputWeights() {
    Parameters end = descend("shrink = 0.25, round = 2", new Slope(0), 5);
    assertThat(end.get(2).data()).containsOnly(3 * 0.75 * 0.75);
    Parameters pulled = descend("shrink = 0.25, square-penalty = 0.2", new Slope(1), 2);
    double d = -0.5;
    assertThat(pulled.get(1).get(0, 0))
        .isCloseTo(2 + d - 0.5 * (1 + 2 * 0.2 * 0.75 * d), within(1e-15));
  }

  @Test
  void otherNetworks_areRefused() {
    Optimiser optimiser = Sections.optimiser("kind = smoothed-sgd, step-size = 1, shrink = 0.1");
    List<Shape> trainedOutput =
        List.of(new Shape("layers.0.weight", 3, 2, true), new Shape("layers.1.weight", 1, 3, true));
    assertThatThrownBy(
            () -> optimiser.start(new Parameters(trainedOutput), RandomStreams.stream(3, "noise")))
        .isInstanceOf(SpecException.class)
        .hasMessage("optimiser.shrink is given, must be 0 where the output weights are trained");
    List<Shape> biased =
        List.of(new Shape("layers.0.weight", 3, 2, true), new Shape("layers.0.bias", 3, 1, true));
    assertThatThrownBy(
            () -> optimiser.start(new Parameters(biased), RandomStreams.stream(3, "noise")))
        .isInstanceOf(SpecException.class)
        .hasMessageStartingWith("optimiser.kind is smoothed-sgd, which trains the weights of");
  }
}
