package org.basin.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanczosTest {

  private static BiConsumer<double[], double[]> diagonal(double... values) {
    return (in, out) -> {
      for (int i = 0; i < in.length; i++) {
        out[i] = values[i] * in[i];
      }
    };
  }

  private static double[] ones(int size) {
    double[] ones = new double[size];
    Arrays.fill(ones, 1);
    return ones;
  }

  @Test
  void largest_isTheGreatest_notThatOfGreatestMagnitude() {
    assertThat(Lanczos.largest(diagonal(-3, -1, -2), ones(3), 1e-12, 50).value())
        .isCloseTo(-1, within(1e-12));
    assertThat(Lanczos.largest(diagonal(-30, 2, 1), ones(3), 1e-12, 50).value())
        .isCloseTo(2, within(1e-12));
  }

  @Test
  void error_boundsTheDistance_alsoWhereTheIterationsEndEarly() {
    double[] values = IntStream.rangeClosed(1, 400).mapToDouble(i -> i).toArray();
    for (int most : new int[] {3, 20, 120}) {
      Lanczos.Eigenvalue found = Lanczos.largest(diagonal(values), ones(400), 1e-6, most);
      // Some eigenvalue is within the error; all are a whole number.
      assertThat(Math.abs(found.value() - Math.rint(found.value())))
          .isLessThanOrEqualTo(found.error() + 1e-12);
      assertThat(found.value()).isLessThanOrEqualTo(400 + 1e-9);
    }
    assertThat(Lanczos.largest(diagonal(values), ones(400), 1e-6, 300).value())
        .isCloseTo(400, within(400 * 1e-6));
  }

  @Test
  void invariantStart_andSizeOne_end() {
    assertThat(Lanczos.largest(diagonal(7, 7), ones(2), 1e-9, 50).value())
        .isCloseTo(7, within(1e-14));
    assertThat(Lanczos.largest(diagonal(7), ones(1), 1e-9, 50))
        .isEqualTo(new Lanczos.Eigenvalue(7, 0));
    assertThat(Lanczos.largest(diagonal(0, 0), ones(2), 1e-9, 50).value()).isZero();
  }

  @Test
  void nonFiniteProduct_isNaN() {
    assertThat(Lanczos.largest(diagonal(1, Double.NaN), ones(2), 1e-3, 9).value()).isNaN();
    assertThat(Lanczos.largest(diagonal(1e308, 1e308), ones(2), 1e-3, 9).value()).isNaN();
  }
}
