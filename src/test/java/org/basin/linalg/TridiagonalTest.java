package org.basin.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.settings.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TridiagonalTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 60})
  void secondDifferences_haveTheEigenvaluesOfTheTextbook(int size) {
    double[] diagonal = filled(size, 2);
    double[] beside = filled(size, -1);
    Tridiagonal greatest = Tridiagonal.greatest(diagonal, beside, size);
    double angle = Math.PI / (size + 1);
    assertThat(greatest.value()).isCloseTo(2 + 2 * Math.cos(angle), within(2e-15));
    assertThat(greatest.last())
        .isCloseTo(Math.sqrt(2.0 / (size + 1)) * Math.sin(angle), within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 40})
  void randomMatrices_areAsAnotherDecompositionSays(int size) {
    UniformRandomProvider stream = RandomStreams.stream(7, "tridiagonal");
    double[] diagonal = stream.doubles(size, -3, 1).toArray();
    double[] beside = stream.doubles(size, 0.1, 1).toArray();
    EigenDecomposition other = new EigenDecomposition(diagonal, Arrays.copyOf(beside, size - 1));
    Tridiagonal greatest = Tridiagonal.greatest(diagonal, beside, size);
    assertThat(greatest.value()).isCloseTo(other.getRealEigenvalue(0), within(1e-13));
    assertThat(greatest.last())
        .isCloseTo(Math.abs(other.getEigenvector(0).getEntry(size - 1)), within(1e-11));
  }

  /** θ ≈ 1 + b²: components fall by b/(1 + b²), then by b: the last is about b³. */
  @Test
  void smallLastComponents_haveTheirDigits() {
    double b = 1e-4;
    Tridiagonal greatest =
        Tridiagonal.greatest(new double[] {1, 0, 0, 0}, new double[] {b, b, b, b}, 4);
    assertThat(greatest.last() / (b * b * b)).isCloseTo(1, within(1e-6));
  }

  @Test
  void partsThatDoNotTouch_haveTheGreatestOfBoth() {
    double[] diagonal = {1, 4, 2};
    assertThat(Tridiagonal.greatest(diagonal, new double[] {0, 0, 0}, 3))
        .isEqualTo(new Tridiagonal(4, 0));
    assertThat(Tridiagonal.greatest(diagonal, new double[] {0, 0, 0}, 1))
        .isEqualTo(new Tridiagonal(1, 1));
    assertThat(Tridiagonal.greatest(new double[2], new double[2], 2).value()).isZero();
  }

  @Test
  void whatIsNotFinite_isNaN() {
    double[] beside = {1, 1};
    assertThat(Tridiagonal.greatest(new double[] {1, Double.NaN}, beside, 2).value()).isNaN();
    assertThat(Tridiagonal.greatest(new double[] {1, 1}, new double[] {Double.NaN, 0}, 2).value())
        .isNaN();
  }

  private static double[] filled(int size, double value) {
    double[] array = new double[size];
    Arrays.fill(array, value);
    return array;
  }
}
