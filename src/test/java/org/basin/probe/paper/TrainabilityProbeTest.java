package org.basin.probe.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.assertj.core.data.Offset;
import org.basin.testing.PaperParts;
import org.basin.testing.ProbeWalk;
import org.junit.jupiter.api.Test;

class TrainabilityProbeTest {

  private static final Offset<Double> ROUNDING = within(1e-12);

  /** Loss ½(1 − x²)² at w = (x, 0), here from x = 0, where it is ½. */
  private static ProbeWalk walk(long window, double limit) {
    var set = PaperParts.set(new double[][] {{1, 0}}, 1);
    Map<String, ?> probe = Map.of("kind", "trainability", "window", window, "limit", limit);
    return new ProbeWalk(
        PaperParts.squaredRelu(1), set, PaperParts.halfSum(), probe, 0, new double[] {0, 0});
  }

  /** The number after a step to x, whose loss is (1 − x²)² times the first. */
  private static double after(ProbeWalk walk, double x) {
    walk.parameters.get(0).data()[0] = x;
    return walk.arrive().values.get("trainability");
  }

  @Test
  void fallingLoss_isMinusTheSumOfTheRatios() {
    ProbeWalk walk = walk(1, 1e6);
    assertThat(walk.values.get("trainability"))
        .isEqualTo(1); // Not below the first: no convergence.
    assertThat(after(walk, Math.sqrt(0.5))).isCloseTo(-1.25, ROUNDING);
    assertThat(after(walk, 1)).isCloseTo(-1.25, ROUNDING);
  }

  @Test
  void risingLoss_isTheSumOfTheInverses_withALimit() {
    ProbeWalk walk = walk(1, 16);
    assertThat(after(walk, 2)).isCloseTo(1 + 1.0 / 9, ROUNDING); // (1 − 4)² = 9
    assertThat(after(walk, 3)).isCloseTo(1 + 1.0 / 9 + 1.0 / 16, ROUNDING); // 64
    assertThat(after(walk, Double.NaN)).isCloseTo(1 + 1.0 / 9 + 2.0 / 16, ROUNDING);
    assertThat(after(walk, 1e200)).isCloseTo(1 + 1.0 / 9 + 3.0 / 16, ROUNDING);
  }

  @Test
  void meanOfTheWindow_tellsWhichItIs() {
    ProbeWalk walk = walk(2, 1e6);
    assertThat(after(walk, Math.sqrt(0.5))).isCloseTo(-1.25, ROUNDING); // (1 + ¼)/2 < 1
    assertThat(after(walk, Math.sqrt(2.5))).isCloseTo(1 + 4 + 1 / 2.25, ROUNDING); // (¼ + 2¼)/2 > 1
    assertThat(after(walk, 1)).isPositive(); // (2¼ + 0)/2 > 1
    assertThat(after(walk, 1)).isCloseTo(-(1 + 0.25 + 2.25), ROUNDING);
  }
}
