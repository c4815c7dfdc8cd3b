package org.basin.probe.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.basin.data.Population;
import org.basin.nn.Parameters;
import org.basin.settings.SpecException;
import org.basin.testing.PaperParts;
import org.basin.testing.ProbeWalk;
import org.junit.jupiter.api.Test;

/** Lin, Sun &amp; Zhang's circle, v = (0, 1), started at (0.6, −0.8). */
class DirectionProbeTest {

  private static final Map<String, ?> DIRECTION = Map.of("kind", "direction");

  /** {@code depth} layers whose product is (0.6, −0.8), balanced: rank one, all of norm 1. */
  static ProbeWalk walk(int depth, Map<String, ?> probe, double stepSize) {
    double[][] layers = new double[depth][];
    layers[0] = depth == 1 ? new double[] {0.6, -0.8} : new double[] {0.6, 0, -0.8, 0};
    for (int i = 1; i < depth; i++) {
      layers[i] = i == depth - 1 ? new double[] {1, 0} : new double[] {1, 0, 0, 0};
    }
    return new ProbeWalk(
        PaperParts.linear(depth),
        PaperParts.circle(),
        PaperParts.logistic(),
        probe,
        stepSize,
        layers);
  }

  @Test
  void start_isAsThePaperHasIt() {
    for (int depth : new int[] {1, 2, 4}) {
      Map<String, Double> values = walk(depth, DIRECTION, 1e-3).values;
      assertThat(values.get("theta")).isCloseTo(143.130102354, within(1e-9));
      assertThat(values.get("cos-theta")).isCloseTo(-0.8, within(1e-15));
      assertThat(values.get("log-tan-half-theta")).isCloseTo(Math.log(3), within(1e-14));
      assertThat(values.get("effective-norm")).isCloseTo(1, within(1e-15));
      assertThat(values.get("alignment")).isCloseTo(-0.8, within(1e-15));
      assertThat(values.get("norm-turn")).isNaN();
      assertThat(values.get("balancedness")).isCloseTo(0, within(1e-15));
    }
  }

  @Test
  void growth_isTheSlopeOfTheLossAlongTheWeight() {
    var population = (Population) PaperParts.circle();
    var objective = population.objective(PaperParts.linear(1), PaperParts.logistic());
    double h = 1e-5;
    Parameters w = new Parameters(PaperParts.linear(1).shapes());
    double[] loss = new double[2];
    for (int side = 0; side < 2; side++) {
      double scale = side == 0 ? 1 + h : 1 - h;
      w.get(0).data()[0] = 0.6 * scale;
      w.get(0).data()[1] = -0.8 * scale;
      loss[side] = objective.value(w);
    }
    double expected = -(loss[0] - loss[1]) / (2 * h);
    for (int depth : new int[] {1, 3}) {
      assertThat(walk(depth, DIRECTION, 1e-3).values.get("norm-growth"))
          .isCloseTo(expected, within(1e-9));
    }
  }

  @Test
  void balancedness_drifts() {
    ProbeWalk walk = walk(3, DIRECTION, 0.1);
    assertThat(walk.descend(20).values.get("balancedness")).isBetween(1e-4, 1e-1);
  }

  @Test
  void normTurn_isFoundBetweenObservations() {
    ProbeWalk walk = walk(1, DIRECTION, 0.01);
    // A tenth of the steps that a step size of 1e-3 needs, where the norm is least at 2449.
    assertThat(walk.descend(400).values.get("norm-turn")).isBetween(244.0, 246.0);
  }

  @Test
  void discreteIdentity_holdsToRounding() {
    ProbeWalk walk = walk(1, Map.of("kind", "discrete-identity"), 0.05);
    double error = walk.descend(500).values.get("discrete-identity-error");
    assertThat(error).isGreaterThanOrEqualTo(0).isLessThan(1e-10);
  }

  @Test
  void discreteIdentity_seesABrokenStep() {
    ProbeWalk walk = walk(1, Map.of("kind", "discrete-identity"), 0.05);
    walk.parameters.get(0).data()[0] = 0.8;
    walk.parameters.get(0).data()[1] = 0.6;
    // One step should have turned it by less than a degree, and it stands at 53.13°.
    assertThat(walk.arrive().values.get("discrete-identity-error")).isBetween(89.0, 90.0);
  }

  @Test
  void flow_isFollowedToFirstOrder() {
    double coarse =
        walk(2, Map.of("kind", "flow-rate"), 1e-2).descend(100).values.get("flow-ratio");
    Map<String, Double> fine = walk(2, Map.of("kind", "flow-rate"), 1e-3).descend(1000).values;
    assertThat(fine.get("flow-slope")).isCloseTo(-1 / Math.PI, within(1e-4));
    assertThat(fine.get("flow-ratio")).isCloseTo(1, within(3e-4));
    assertThat((coarse - 1) / (fine.get("flow-ratio") - 1)).isBetween(8.0, 12.0);
    // N = 2: the law's own prediction is 2 arctan(3 e^{−t/π}), whatever the norm did.
    assertThat(fine.get("flow-theta"))
        .isCloseTo(Math.toDegrees(2 * Math.atan(3 * Math.exp(-1 / Math.PI))), within(1e-9));
    assertThat(Math.abs(fine.get("flow-error"))).isBetween(1e-4, 1e-2);
  }

  @Test
  void flow_isUndefinedAtTheStart() {
    Map<String, Double> values = walk(4, Map.of("kind", "flow-rate"), 1e-3).values;
    assertThat(values.get("flow-ratio")).isNaN();
    assertThat(values.get("flow-error")).isCloseTo(0, within(1e-12));
  }

  @Test
  void otherTrials_areRefused() {
    assertThatThrownBy(
            () ->
                new ProbeWalk(
                    PaperParts.squaredRelu(2),
                    PaperParts.circle(),
                    PaperParts.logistic(),
                    DIRECTION,
                    1))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("linear model");
    assertThatThrownBy(
            () ->
                new ProbeWalk(
                    PaperParts.linear(1), PaperParts.grid(4), PaperParts.halfSum(), DIRECTION, 1))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("a direction determines");
    assertThatThrownBy(() -> walk(2, Map.of("kind", "discrete-identity"), 1))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("one layer");
  }
}
