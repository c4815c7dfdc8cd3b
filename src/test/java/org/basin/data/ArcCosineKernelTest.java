package org.basin.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.basin.linalg.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArcCosineKernelTest {

  @Test
  void pairs_areThoseWorkedByHand() {
    // a = (2, 0) against b at 60 degrees, opposite, equal and 0; then b = (0, 3) at a right angle.
    double root = Math.sqrt(3);
    Matrix b = Matrix.ofRows(new double[][] {{0.5, root / 2}, {-5, 0}, {2, 0}, {0, 0}});
    Matrix a = Matrix.ofRows(new double[][] {{2, 0}, {0, 3}, {0, 0}, {1, 1}});
    ArcCosineKernel kernel = new ArcCosineKernel(4);
    kernel.compute(WeightVectors.of(a), WeightVectors.of(b));
    double pi = Math.PI;
    double at60 = 2 * (root / 2 + pi * 2 / 3 * 0.5) / (2 * pi);
    assertThat(kernel.values().get(0, 0)).isCloseTo(at60, within(1e-15));
    assertThat(kernel.values().get(0, 1)).isCloseTo(0, within(1e-15));
    assertThat(kernel.values().get(0, 2)).isEqualTo(2); // ‖a‖²/2
    assertThat(kernel.values().get(0, 3)).isZero();
    assertThat(kernel.values().get(1, 2)).isCloseTo(6 / (2 * pi), within(1e-15));
    assertThat(kernel.values().get(2, 2)).isZero();
    assertThat(kernel.complements().get(0, 0)).isCloseTo(pi / 6, within(1e-15));
    assertThat(kernel.complements().get(0, 1)).isCloseTo(-pi / 2, within(1e-15));
    assertThat(kernel.complements().get(0, 2)).isEqualTo(pi / 2);
    assertThat(kernel.sines()[0])
        .isCloseTo(
            2 * root / 2 + 3 * 0.5 + Math.sqrt(2) * Math.sin(Math.toRadians(15)), within(1e-14));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-12, 1e-8, 1e-4, 0.04, 0.05, 3.1})
  void angles_areGoodNearZeroAndPi(double theta) {
    Matrix a = Matrix.ofRows(new double[][] {{3, 0}});
    ArcCosineKernel kernel = new ArcCosineKernel(1);
    kernel.compute(
        WeightVectors.of(a),
        WeightVectors.of(
            Matrix.ofRows(new double[][] {{7 * Math.cos(theta), 7 * Math.sin(theta)}})));
    assertThat(Math.PI / 2 - kernel.complements().get(0, 0)).isCloseTo(theta, within(1e-14));
    assertThat(kernel.sines()[0] / 3).isCloseTo(Math.sin(theta), within(1e-13 * theta));
    kernel.compute(
        WeightVectors.of(a),
        WeightVectors.of(
            Matrix.ofRows(new double[][] {{-7 * Math.cos(theta), 7 * Math.sin(theta)}})));
    assertThat(Math.PI / 2 + kernel.complements().get(0, 0)).isCloseTo(theta, within(1e-14));
    assertThat(kernel.sines()[0] / 3).isCloseTo(Math.sin(theta), within(1e-13 * theta));
  }
}
