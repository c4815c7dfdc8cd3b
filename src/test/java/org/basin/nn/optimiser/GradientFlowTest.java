package org.basin.nn.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.basin.nn.Objective;
import org.basin.nn.Optimiser;
import org.basin.nn.Parameters;
import org.basin.nn.Shape;
import org.basin.testing.Sections;
import org.junit.jupiter.api.Test;

/** Gradient flow where it is known in closed form. */
class GradientFlowTest {

  private static final double TIGHT = 1e-12;

  /** A loss of which only the gradient is asked; counts how often. */
  private static final class Slope implements Objective {

    private final UnaryOperator<double[]> gradient;
    private int evaluations;

    Slope(UnaryOperator<double[]> gradient) {
      this.gradient = gradient;
    }

    @Override
    public double value(Parameters parameters) {
      throw new UnsupportedOperationException();
    }

    @Override
    public double gradient(Parameters parameters, Parameters into) {
      evaluations++;
      double[] found = gradient.apply(parameters.get(0).data());
      System.arraycopy(found, 0, into.get(0).data(), 0, found.length);
      return Double.NaN;
    }
  }

  private static Optimiser flow(double timeStep, double tolerance) {
    return Sections.optimiser(
        "kind = gradient-flow, time-step = "
            + timeStep
            + ", absolute-tolerance = 1e-14, relative-tolerance = "
            + tolerance);
  }

  /** The flow from {@code start} at steps 0 … {@code steps}. */
  private static double[][] follow(
      Optimiser flow, Objective objective, int steps, double... start) {
    Parameters parameters = new Parameters(List.of(new Shape("w", start.length, 1, true)));
    System.arraycopy(start, 0, parameters.get(0).data(), 0, start.length);
    Optimiser.State state = flow.start(parameters, null);
    double[][] path = new double[steps + 1][];
    path[0] = start;
    for (int n = 0; n < steps; n++) {
      state.update(parameters, null, flow.stepSize(n), objective);
      path[n + 1] = parameters.get(0).data().clone();
    }
    return path;
  }

  /** w′ = −Λw: every component decays at its own rate, here five decades apart. */
  @Test
  void quadratic_decaysExponentially() {
    double[] rates = {1e-3, 1, 100};
    Slope slope = new Slope(w -> new double[] {1e-3 * w[0], w[1], 100 * w[2]});
    for (double timeStep : new double[] {1e-3, 0.1}) {
      double[][] path = follow(flow(timeStep, TIGHT), slope, 60, 3, -2, 1);
      for (int n = 0; n < path.length; n++) {
        for (int i = 0; i < 3; i++) {
          double exact = path[0][i] * Math.exp(-rates[i] * n * timeStep);
          assertThat(path[n][i]).isCloseTo(exact, within(1e-11 * Math.abs(path[0][i])));
        }
      }
    }
  }

  /** L(w) = ½wᵀAw with A = [[2, 1], [1, 2]]: eigenvalues 1 along (1, −1), 3 along (1, 1). */
  @Test
  void coupledQuadratic_isASumOfTwoDecays() {
    Slope slope = new Slope(w -> new double[] {2 * w[0] + w[1], w[0] + 2 * w[1]});
    double[][] path = follow(flow(0.05, TIGHT), slope, 100, 2, 1);
    for (int n = 0; n < path.length; n++) {
      double difference = 0.5 * Math.exp(-0.05 * n);
      double sum = 1.5 * Math.exp(-3 * 0.05 * n);
      assertThat(path[n][0]).isCloseTo(sum + difference, within(1e-11));
      assertThat(path[n][1]).isCloseTo(sum - difference, within(1e-11));
    }
  }

  /** The integrator knows nothing of the times at which it is asked. */
  @Test
  void flow_isTheSameToTheBit_howeverOftenItIsLookedAt() {
    Slope often = new Slope(GradientFlowTest::logistic);
    Slope seldom = new Slope(GradientFlowTest::logistic);
    double[][] fine = follow(flow(1.0 / 1024, TIGHT), often, 8 * 1024, 0.01);
    double[][] coarse = follow(flow(1.0 / 4, TIGHT), seldom, 8 * 4, 0.01);
    for (int n = 0; n < coarse.length; n++) {
      assertThat(coarse[n]).containsExactly(fine[n * 256]);
    }
    assertThat(often.evaluations).isEqualTo(seldom.evaluations).isLessThan(1000);
  }

  /** L = w³/3 − w²/2, so w′ = w − w²: from 0.01, w = 1/(1 + 99e^{−t}). */
  private static double[] logistic(double[] w) {
    return new double[] {w[0] * w[0] - w[0]};
  }

  private static double worst(double tolerance, Slope slope) {
    double[][] path = follow(flow(0.01, tolerance), slope, 1000, 0.01);
    double worst = 0;
    for (int n = 0; n < path.length; n++) {
      worst = Math.max(worst, Math.abs(path[n][0] - 1 / (1 + 99 * Math.exp(-0.01 * n))));
    }
    return worst;
  }

  /**
   * Also between the integrator's own steps; and its order is 8: work grows as tolerance^{−1/8}.
   */
  @Test
  void error_followsTheTolerance() {
    Slope loose = new Slope(GradientFlowTest::logistic);
    Slope middle = new Slope(GradientFlowTest::logistic);
    Slope tight = new Slope(GradientFlowTest::logistic);
    assertThat(worst(1e-4, loose)).isBetween(1e-7, 1e-3);
    assertThat(worst(1e-8, middle)).isBetween(1e-11, 1e-7);
    assertThat(worst(1e-12, tight)).isBetween(1e-16, 1e-11);
    assertThat((double) tight.evaluations / middle.evaluations)
        .isBetween(Math.pow(10, 0.3), Math.pow(10, 0.7));
  }

  /** Slope −1 below ½ and −2 above: as a neuron that an example switches on. */
  @Test
  void kink_isPassedWithinTheTolerance() {
    Slope slope = new Slope(w -> new double[] {w[0] < 0.5 ? -1 : -2});
    double[][] path = follow(flow(0.01, 1e-10), slope, 100, 0);
    assertThat(path[40][0]).isCloseTo(0.4, within(1e-12));
    assertThat(path[90][0]).isCloseTo(0.5 + 2 * 0.4, within(1e-8));
  }

  /** L = |w₀| − w₁: along the fold w₀ = 0 the flow slides at the speed of w₁. */
  @Test
  void fold_isSlidAlong() {
    Slope slope = new Slope(w -> new double[] {Math.signum(w[0]), -1});
    double[][] path = follow(flow(0.01, 1e-10), slope, 1000, 0.5, 0);
    for (int n = 0; n <= 1000; n++) {
      assertThat(path[n][0]).isCloseTo(Math.max(0, 0.5 - 0.01 * n), within(0.1 * 0.01));
      assertThat(path[n][1]).isCloseTo(0.01 * n, within(1e-10));
    }
    assertThat(slope.evaluations).isLessThan(300 * 1000);
  }

  /** L = |w₀| while w₁ < ½, then smooth again: the slide ends, and so does its error. */
  @Test
  void fold_isLeftWhereItEnds() {
    Slope slope = new Slope(w -> new double[] {w[1] < 0.5 ? Math.signum(w[0]) : w[0] - 1, -1});
    double[][] path = follow(flow(0.01, 1e-10), slope, 1000, 0.1, 0);
    assertThat(path[50][0]).isCloseTo(0, within(1e-3));
    assertThat(path[1000][0]).isCloseTo(1 - Math.exp(-9.5), within(1e-7));
  }

  /** L = −w³/3: w = 1/(1 − t), which leaves every bound at t = 1. */
  @Test
  void blowUp_isToldAndFollowedUntilThen() {
    Slope slope = new Slope(w -> new double[] {-w[0] * w[0]});
    assertThat(follow(flow(0.01, TIGHT), slope, 99, 1)[99][0]).isCloseTo(100, within(1e-8));
    assertThatThrownBy(() -> follow(flow(0.01, TIGHT), slope, 101, 1))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageStartingWith("the gradient flow cannot be followed beyond time 1.00000");
  }

  @Test
  void undefinedGradient_isToldAsSuch() {
    Slope slope = new Slope(w -> new double[] {Double.NaN});
    assertThatThrownBy(() -> follow(flow(0.01, TIGHT), slope, 1, 1))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("beyond time 0.0: ");
  }

  @Test
  void stationaryPoint_isKept() {
    double[][] path = follow(flow(1, TIGHT), new Slope(w -> new double[] {0, 0}), 1000, 2, 0);
    assertThat(path[1000]).containsExactly(2, 0);
  }

  /** Gradient descent misses the flow by O(η). */
  @Test
  void gradientDescent_tendsToTheFlow() {
    double flow = follow(flow(0.5, TIGHT), new Slope(GradientFlowTest::logistic), 10, 0.01)[10][0];
    double[] gaps = new double[3];
    double[] steps = {0.1, 0.01, 0.001};
    for (int k = 0; k < 3; k++) {
      double w = 0.01;
      for (int n = 0; n < Math.round(5 / steps[k]); n++) {
        w -= steps[k] * logistic(new double[] {w})[0];
      }
      gaps[k] = Math.abs(w - flow);
    }
    assertThat(gaps[0] / gaps[1]).isBetween(9.0, 11.0);
    assertThat(gaps[1] / gaps[2]).isBetween(9.8, 10.2);
  }

  @Test
  void frozenTensor_isNotMoved() {
    List<Shape> shapes = List.of(new Shape("a", 1, 2, false), new Shape("b", 2, 1, true));
    Parameters parameters = new Parameters(shapes);
    parameters.fill(1);
    Objective objective =
        new Objective() {
          @Override
          public double value(Parameters at) {
            throw new UnsupportedOperationException();
          }

          @Override
          public double gradient(Parameters at, Parameters into) {
            assertThat(at.get(0).data()).containsExactly(1, 1);
            into.get(0).fill(0);
            Arrays.setAll(into.get(1).data(), i -> at.get(1).data()[i]);
            return Double.NaN;
          }
        };
    flow(1, TIGHT).start(parameters, null).update(parameters, null, 1, objective);
    assertThat(parameters.get(0).data()).containsExactly(1, 1);
    assertThat(parameters.get(1).get(0, 0)).isCloseTo(Math.exp(-1), within(1e-12));
    assertThat(parameters.get(1).get(1, 0)).isEqualTo(parameters.get(1).get(0, 0));
  }

  @Test
  void stepSize_isTheTimeStep() {
    Optimiser flow = flow(0.25, TIGHT);
    assertThat(flow.stepSize(0)).isEqualTo(0.25);
    assertThat(flow.stepSize(1000)).isEqualTo(0.25);
    assertThat(flow.minibatch()).isNull();
  }
}
