package org.basin.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every optimiser on L(w) = ½ a w², where w after n updates is known. */
class OptimisersTest {

  private static final double CURVATURE = 0.5;
  private static final double START = 3;
  private static final int UPDATES = 40;

  @Test
  void gradientDescent_shrinksGeometrically() {
    for (Optimiser optimiser : all("step-size = 0.4")) {
      assertThat(descend(optimiser))
          .isCloseTo(START * Math.pow(1 - 0.4 * CURVATURE, UPDATES), within(1e-14));
    }
  }

  @Test
  void weightDecay_addsToTheCurvature() {
    for (Optimiser optimiser : all("step-size = 0.4, weight-decay = 0.1")) {
      assertThat(descend(optimiser))
          .isCloseTo(START * Math.pow(1 - 0.4 * (CURVATURE + 0.1), UPDATES), within(1e-14));
    }
  }

  /** wₙ₊₁ = (1 + μ − ηa)wₙ − μwₙ₋₁, w₁ = (1 − ηa)w₀: a sum of two powers. */
  @Test
  void momentum_followsItsSecondOrderRecurrence() {
    double b = 1 + 0.1 - 0.4 * CURVATURE;
    double root = Math.sqrt(b * b - 4 * 0.1);
    double slow = (b + root) / 2;
    double fast = (b - root) / 2;
    double first = (1 - 0.4 * CURVATURE) * START;
    double c = (first - fast * START) / root;
    double expected = c * Math.pow(slow, UPDATES) + (START - c) * Math.pow(fast, UPDATES);
    for (Optimiser optimiser : all("step-size = 0.4, momentum = 0.1")) {
      assertThat(descend(optimiser)).isCloseTo(expected, within(1e-14));
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
    assertThat(
            Sections.optimiser(
                    "kind = sgd, step-size = 1, batch-size = 7, sampling = with-replacement")
                .minibatch())
        .isEqualTo(new Minibatch(7, true));
  }

  private static List<Optimiser> all(String settings) {
    List<Optimiser> optimisers = new ArrayList<>();
    for (OptimiserFactory factory : Optimisers.CATALOGUE.factories()) {
      String own = factory.kind().equals("sgd") ? ", batch-size = 1" : "";
      optimisers.add(Sections.optimiser("kind = " + factory.kind() + own + ", " + settings));
    }
    return optimisers;
  }

  private static double descend(Optimiser optimiser) {
    List<Shape> shapes = List.of(new Shape("w", 1, 1, true));
    Parameters parameters = new Parameters(shapes);
    parameters.fill(START);
    Parameters gradient = new Parameters(shapes);
    Optimiser.State state = optimiser.start(parameters, null);
    for (int n = 0; n < UPDATES; n++) {
      gradient.fill(CURVATURE * parameters.get(0).get(0, 0));
      state.update(parameters, gradient, optimiser.stepSize(n), null);
    }
    return parameters.get(0).get(0, 0);
  }
}
