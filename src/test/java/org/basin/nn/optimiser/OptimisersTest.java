package org.basin.nn.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.basin.nn.Minibatch;
import org.basin.nn.Optimiser;
import org.basin.nn.OptimiserFactory;
import org.basin.nn.Parameters;
import org.basin.nn.Shape;
import org.basin.testing.Sections;
import org.junit.jupiter.api.Test;

/** What the settings of the optimisers do; their paths are in {@link OptimiserPathsTest}. */
class OptimisersTest {

  /** v₁ = g₁, w₁ = w₀ − η(1 + μ)g₁; v₂ = μg₁ + g₂, w₂ = w₁ − η(g₂ + μv₂). */
  @Test
  void nesterov_looksAhead() {
    for (Optimiser optimiser : all("step-size = 0.4, momentum = 0.5, nesterov = true")) {
      assertThat(path(optimiser, 1, -2))
          .containsExactly(new double[] {-0.6, -0.6 + 0.4 * (2 + 0.5 * 1.5)}, within(1e-15));
    }
  }

  /** Its first step is −η·g/(|g| + ε) whatever the gradient: the bias corrections cancel. */
  @Test
  void adam_movesByTheStepSizeAtFirst_thenByItsMoments() {
    Optimiser adam = Sections.optimiser("kind = adam, step-size = 0.1, beta1 = 0.5, beta2 = 0.75");
    double[] path = path(adam, 3, -1);
    assertThat(path[0]).isCloseTo(-0.1, within(1e-9));
    double mean = (0.25 * 3 - 0.5) / 0.75; // m₂ = ½·½·3 − ½·1, corrected by 1 − ½².
    double square = (0.75 * 0.25 * 9 + 0.25) / (1 - 0.75 * 0.75);
    assertThat(path[1] - path[0]).isCloseTo(-0.1 * mean / Math.sqrt(square), within(1e-9));
  }

  @Test
  void adam_decaysTheWeightsThemselves_onlyIfDecoupled() {
    String kind = "kind = adam, step-size = 0.1, weight-decay = 0.5, decoupled = ";
    List<Shape> shapes = List.of(new Shape("w", 1, 1, true));
    double[] moved = new double[2];
    for (int i = 0; i < 2; i++) {
      Parameters parameters = new Parameters(shapes);
      parameters.fill(2);
      Optimiser adam = Sections.optimiser(kind + (i == 1));
      adam.start(parameters, null).update(parameters, new Parameters(shapes), 0.1, null);
      moved[i] = parameters.get(0).get(0, 0);
    }
    assertThat(moved[0]).isCloseTo(2 - 0.1, within(1e-8)); // The decay is the gradient's sign.
    assertThat(moved[1]).isCloseTo(2 * 0.95, within(1e-15));
  }

  /** (3, 4) has norm 5; a tensor that is not trained does not count. */
  @Test
  void clipping_scalesLongGradientsOfAllTensorsTogether() {
    List<Shape> shapes =
        List.of(
            new Shape("a", 1, 1, true), new Shape("b", 1, 1, true), new Shape("c", 1, 1, false));
    for (double[] clip : new double[][] {{2.5, 0.5}, {6, 1}}) {
      for (Optimiser optimiser : all("step-size = 1, clip-norm = " + clip[0])) {
        Parameters parameters = new Parameters(shapes);
        Parameters gradient = new Parameters(shapes);
        gradient.get(0).fill(3);
        gradient.get(1).fill(4);
        optimiser.start(parameters, null).update(parameters, gradient, 1, null);
        assertThat(parameters.get(0).get(0, 0)).isCloseTo(-3 * clip[1], within(1e-6));
        assertThat(parameters.get(1).get(0, 0)).isCloseTo(-4 * clip[1], within(1e-6));
      }
    }
  }

  @Test
  void frozenTensor_isNotMoved_notEvenByWeightDecay() {
    List<Shape> shapes = List.of(new Shape("a", 1, 1, false), new Shape("b", 1, 1, true));
    for (Optimiser optimiser : all("step-size = 0.4, momentum = 0.5, weight-decay = 0.1")) {
      Parameters parameters = new Parameters(shapes);
      parameters.fill(1);
      Parameters gradient = new Parameters(shapes);
      gradient.fill(1);
      optimiser.start(parameters, null).update(parameters, gradient, 0.4, null);
      assertThat(parameters.get(0).data()).containsExactly(1);
      assertThat(parameters.get(1).get(0, 0)).isCloseTo(1 - 0.4 * 1.1, within(1e-15));
    }
  }

  @Test
  void stepSize_isScheduled() {
    Optimiser optimiser =
        Sections.optimiser(
            "kind = gradient-descent, step-size = 0.4, schedule = { kind = step, factor = 0.5, every = 3 }");
    assertThat(optimiser.stepSize(2)).isEqualTo(0.4);
    assertThat(optimiser.stepSize(3)).isEqualTo(0.2);
  }

  @Test
  void minibatch_isNullForFullBatch_elseAsSet() {
    assertThat(Sections.optimiser("kind = gradient-descent, step-size = 1").minibatch()).isNull();
    assertThat(Sections.optimiser("kind = sgd, step-size = 1, batch-size = 7").minibatch())
        .isEqualTo(new Minibatch(7, false));
    assertThat(Sections.optimiser("kind = adam, step-size = 1").minibatch()).isNull();
    assertThat(Sections.optimiser("kind = adam, step-size = 1, batch-size = 7").minibatch())
        .isEqualTo(new Minibatch(7, false));
    assertThat(
            Sections.optimiser(
                    "kind = sgd, step-size = 1, batch-size = 7, sampling = with-replacement")
                .minibatch())
        .isEqualTo(new Minibatch(7, true));
  }

  /**
   * Plain descent and its accelerations; rules that scale the gradient are tested by themselves.
   */
  private static List<Optimiser> all(String settings) {
    List<Optimiser> optimisers = new ArrayList<>();
    for (OptimiserFactory factory : List.of(new GradientDescentFactory(), new SgdFactory())) {
      String own = factory.kind().equals("sgd") ? ", batch-size = 1" : "";
      optimisers.add(Sections.optimiser("kind = " + factory.kind() + own + ", " + settings));
    }
    return optimisers;
  }

  /** Where given gradients lead from 0 with step size {@code stepSize(0)}. */
  private static double[] path(Optimiser optimiser, double... gradients) {
    List<Shape> shapes = List.of(new Shape("w", 1, 1, true));
    Parameters parameters = new Parameters(shapes);
    Parameters gradient = new Parameters(shapes);
    Optimiser.State state = optimiser.start(parameters, null);
    double[] path = new double[gradients.length];
    for (int n = 0; n < path.length; n++) {
      gradient.fill(gradients[n]);
      state.update(parameters, gradient, optimiser.stepSize(n), null);
      path[n] = parameters.get(0).get(0, 0);
    }
    return path;
  }
}
