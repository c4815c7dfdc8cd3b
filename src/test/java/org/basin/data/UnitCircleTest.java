package org.basin.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.basin.plan.RandomStreams;
import org.junit.jupiter.api.Test;

class UnitCircleTest {

  private static final int POINTS = 160_000;

  private static double[] points(double radius, int count) {
    double[] points = new double[2 * count];
    UnitCircle.draw(RandomStreams.stream(1, "samples"), radius, points);
    return points;
  }

  @Test
  void points_standOnTheCircle() {
    double[] points = points(3, POINTS);
    for (int i = 0; i < points.length; i += 2) {
      assertThat(Math.hypot(points[i], points[i + 1])).isCloseTo(3, within(2e-15));
    }
  }

  @Test
  void angles_areUniform() {
    // 64 arcs of 2500 points expected: χ² with 63 degrees of freedom, below 120.1 at p = 2e-5.
    int[] counts = new int[64];
    double[] points = points(1, POINTS);
    for (int i = 0; i < points.length; i += 2) {
      double turn = Math.atan2(points[i + 1], points[i]) / (2 * Math.PI) + 0.5;
      counts[(int) Math.min(63, turn * 64)]++;
    }
    double chiSquare = 0;
    for (int count : counts) {
      chiSquare += Math.pow(count - POINTS / 64.0, 2) / (POINTS / 64.0);
    }
    assertThat(chiSquare).isLessThan(120.1);
  }

  @Test
  void morePoints_extendFewer() {
    assertThat(points(1, 100)).startsWith(points(1, 10));
  }

  @Test
  void series_areTheFunctions_toTheLastDigits() {
    for (double x = -Math.PI / 4; x <= Math.PI / 4; x += 1e-4) {
      assertThat(UnitCircle.cos(x)).isCloseTo(StrictMath.cos(x), within(0x1p-52));
      assertThat(UnitCircle.sin(x)).isCloseTo(StrictMath.sin(x), within(0x1p-52));
    }
  }
}
