package org.basin.nn.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.basin.nn.Optimiser;
import org.basin.nn.Parameters;
import org.basin.nn.Shape;
import org.basin.settings.SpecException;
import org.basin.testing.Sections;
import org.junit.jupiter.api.Test;

/** Step sizes of single layers; their paths on a quadratic are in {@link OptimiserPathsTest}. */
class StepSizesTest {

  private static final List<Shape> SHAPES =
      List.of(
          new Shape("layers.0.weight", 1, 1, true),
          new Shape("layers.0.bias", 1, 1, true),
          new Shape("layers.1.weight", 1, 1, true),
          new Shape("layers.10.weight", 1, 1, true));

  private static final String OWN =
      "step-size = 0.1, step-sizes { layers.0 { weight = 0.4, bias = 0 }, layers.1 = 0.2 }";

  /** Where two updates with the gradient 1 lead from 0. */
  private static double[] path(Optimiser optimiser) {
    Parameters parameters = new Parameters(SHAPES);
    Parameters gradient = new Parameters(SHAPES);
    Optimiser.State state = optimiser.start(parameters, null);
    for (int n = 0; n < 2; n++) {
      gradient.fill(1);
      state.update(parameters, gradient, optimiser.stepSize(n), null);
    }
    return new double[] {
      parameters.get(0).get(0, 0),
      parameters.get(1).get(0, 0),
      parameters.get(2).get(0, 0),
      parameters.get(3).get(0, 0)
    };
  }

  @Test
  void eachTensor_movesByItsOwn_andTheOthersByTheCommonOne() {
    assertThat(path(Sections.optimiser("kind = gradient-descent, " + OWN)))
        .containsExactly(new double[] {-0.8, 0, -0.4, -0.2}, within(1e-15));
    // v₁ = 1, v₂ = 1.5.
    assertThat(path(Sections.optimiser("kind = sgd, batch-size = 1, momentum = 0.5, " + OWN)))
        .containsExactly(new double[] {-1, 0, -0.5, -0.25}, within(1e-15));
    // Equal gradients move Adam by the step size, whatever their size.
    assertThat(path(Sections.optimiser("kind = adam, " + OWN)))
        .containsExactly(new double[] {-0.8, 0, -0.4, -0.2}, within(1e-7));
  }

  @Test
  void schedule_multipliesThemAll() {
    String halved = ", schedule { kind = exponential, rate = 0.5 }";
    assertThat(path(Sections.optimiser("kind = gradient-descent, " + OWN + halved)))
        .containsExactly(new double[] {-0.6, 0, -0.3, -0.15}, within(1e-15));
  }

  @Test
  void decoupledDecay_shrinksByTheOwnStepSize() {
    Optimiser adam =
        Sections.optimiser("kind = adam, decoupled = true, weight-decay = 0.5, " + OWN);
    Parameters parameters = new Parameters(SHAPES);
    parameters.fill(2);
    adam.start(parameters, null).update(parameters, new Parameters(SHAPES), 0.1, null);
    assertThat(parameters.get(0).get(0, 0)).isCloseTo(2 * (1 - 0.4 * 0.5), within(1e-15));
    assertThat(parameters.get(1).get(0, 0)).isEqualTo(2);
    assertThat(parameters.get(3).get(0, 0)).isCloseTo(2 * (1 - 0.1 * 0.5), within(1e-15));
  }

  @Test
  void withoutThem_everyScaleIsOne() {
    Optimiser plain = Sections.optimiser("kind = gradient-descent, step-size = 0.1");
    assertThat(SHAPES).allMatch(shape -> plain.stepScale(shape) == 1);
  }

  /** Rules around another pass on what kernels and checks ask. */
  @Test
  void wrappedRule_keepsItsStepSizes() {
    String wrapped = ", clip-norm = 1, penalty { kind = frobenius, strength = 0.1 }";
    Optimiser optimiser = Sections.optimiser("kind = gradient-descent, " + OWN + wrapped);
    assertThat(optimiser.stepScale(SHAPES.get(2))).isEqualTo(2);
    assertThatThrownBy(() -> optimiser.check(SHAPES.subList(0, 2)))
        .isInstanceOf(SpecException.class);
  }

  @Test
  void name_isOfALayerOrATensor() {
    assertThatCode(() -> Sections.optimiser("kind = adam, " + OWN).check(SHAPES))
        .doesNotThrowAnyException();
    for (String name : List.of("layers.2", "layers.1.weigh", "layer")) {
      Optimiser unknown =
          Sections.optimiser("kind = adam, step-size = 1, step-sizes { " + name + " = 1 }");
      assertThatThrownBy(() -> unknown.check(SHAPES))
          .isInstanceOf(SpecException.class)
          .hasMessageContaining("optimiser.step-sizes." + name + " is of no layer of the model");
    }
  }
}
