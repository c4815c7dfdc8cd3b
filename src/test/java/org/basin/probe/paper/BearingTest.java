package org.basin.probe.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.basin.linalg.Matrix;
import org.junit.jupiter.api.Test;

class BearingTest {

  private static final Matrix UP = new Matrix(2, 1, new double[] {0, 1});

  private static Bearing of(double x, double y) {
    return Bearing.of(new Matrix(2, 1, new double[] {x, y}), UP);
  }

  @Test
  void parts_ofAKnownVector() {
    Bearing bearing = of(0.6, -0.8);
    assertThat(bearing.along()).isEqualTo(-0.8);
    assertThat(bearing.across()).isEqualTo(0.6);
    assertThat(bearing.norm()).isCloseTo(1, within(1e-15));
    assertThat(bearing.degrees()).isCloseTo(143.130102354, within(1e-9));
    assertThat(bearing.logTanHalf()).isCloseTo(Math.log(3), within(1e-15));
  }

  @Test
  void smallAngles_areNotRoundedAway() {
    assertThat(of(1e-12, 1).theta()).isCloseTo(1e-12, within(1e-27));
    assertThat(of(1e-12, 1).logTanHalf()).isCloseTo(Math.log(5e-13), within(1e-12));
    assertThat(Math.PI - of(1e-12, -1).theta()).isCloseTo(1e-12, within(1e-15));
    assertThat(of(1e-12, -1).logTanHalf()).isCloseTo(-Math.log(5e-13), within(1e-12));
  }

  @Test
  void opposite_isInfinitelyFar() {
    assertThat(of(0, -2).logTanHalf()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(of(0, 2).logTanHalf()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(of(0, 0).cosine()).isNaN();
  }
}
