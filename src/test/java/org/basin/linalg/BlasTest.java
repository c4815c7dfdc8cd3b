package org.basin.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.settings.RandomStreams;
import org.junit.jupiter.api.Test;

class BlasTest {

  private static final int[] SIZES = {1, 2, 3, 5, 8, 17, 50};
  private static final boolean[] BOTH = {false, true};

  private final UniformRandomProvider stream = RandomStreams.stream(1, "blas");

  @Test
  void product_equalsTripleLoop() {
    for (int m : SIZES) {
      for (int n : SIZES) {
        for (int k : SIZES) {
          for (boolean transposeA : BOTH) {
            for (boolean transposeB : BOTH) {
              compare(m, n, k, transposeA, transposeB);
            }
          }
        }
      }
    }
  }

  private void compare(int m, int n, int k, boolean transposeA, boolean transposeB) {
    Matrix a = transposeA ? random(k, m) : random(m, k);
    Matrix b = transposeB ? random(n, k) : random(k, n);
    Matrix c = random(m, n);
    Matrix expected = new Matrix(m, n);
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int l = 0; l < k; l++) {
          sum +=
              (transposeA ? a.get(l, i) : a.get(i, l)) * (transposeB ? b.get(j, l) : b.get(l, j));
        }
        expected.set(i, j, -1.5 * sum + 0.25 * c.get(i, j));
      }
    }
    Matrix again = c.copy();
    Blas.multiply(transposeA, a, transposeB, b, -1.5, 0.25, c);
    Blas.multiply(transposeA, a, transposeB, b, -1.5, 0.25, again);
    assertThat(c.data()).containsExactly(expected.data(), within(1e-14 * (k + 1)));
    assertThat(again.data()).containsExactly(c.data());
  }

  @Test
  void product_keepsNaNAndInfinity_ofOneColumn() {
    Matrix a =
        Matrix.ofRows(new double[][] {{1, Double.NaN}, {3, Double.POSITIVE_INFINITY}, {5, 6}});
    Matrix c = new Matrix(3, 1);
    Blas.multiply(false, a, false, new Matrix(2, 1, new double[] {1, 0}), c);
    assertThat(c.data()).containsExactly(Double.NaN, Double.NaN, 5);
    Matrix row = new Matrix(1, 3);
    Blas.multiply(true, new Matrix(2, 1), true, a, row);
    assertThat(row.data()).containsExactly(Double.NaN, Double.NaN, 0);
  }

  /** jblas' OpenBLAS has no locks: with one copy for all threads, hundreds of these are wrong. */
  @Test
  void products_ofSeveralThreads_doNotDisturbEachOther() {
    List<Matrix> left = Stream.generate(() -> random(20, 2)).limit(4).toList();
    List<Matrix> right = Stream.generate(() -> random(2, 50)).limit(4).toList();
    List<Matrix> expected =
        IntStream.range(0, 4).mapToObj(i -> product(left.get(i), right.get(i))).toList();
    long wrong =
        IntStream.range(0, 4)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> differing(left, right, expected, i)))
            .toList()
            .stream()
            .mapToLong(CompletableFuture::join)
            .sum();
    assertThat(wrong).isZero();
  }

  private static long differing(
      List<Matrix> left, List<Matrix> right, List<Matrix> expected, int i) {
    return IntStream.range(0, 100_000)
        .filter(
            n -> !Arrays.equals(product(left.get(i), right.get(i)).data(), expected.get(i).data()))
        .count();
  }

  private static Matrix product(Matrix a, Matrix b) {
    Matrix c = new Matrix(a.rows(), b.columns());
    Blas.multiply(false, a, false, b, c);
    return c;
  }

  @Test
  void product_overwritesNaN_withoutBeta() {
    Matrix c = new Matrix(1, 1, new double[] {Double.NaN});
    Blas.multiply(
        false, new Matrix(1, 1, new double[] {2}), false, new Matrix(1, 1, new double[] {3}), c);
    assertThat(c.data()).containsExactly(6);
  }

  @Test
  void product_isEmptySum_overNothing() {
    Matrix c = new Matrix(1, 2, new double[] {4, Double.NaN});
    Blas.multiply(false, new Matrix(1, 0), false, new Matrix(0, 2), 1, 0.5, c);
    assertThat(c.data()).containsExactly(2, Double.NaN);
    Blas.multiply(false, new Matrix(1, 0), false, new Matrix(0, 2), c);
    assertThat(c.data()).containsExactly(0, 0);
    Matrix empty = new Matrix(0, 2);
    Blas.multiply(false, new Matrix(0, 3), false, new Matrix(3, 2), empty);
    assertThat(empty.data()).isEmpty();
  }

  @Test
  void product_isRefused_forShapesThatDoNotFit() {
    assertThatThrownBy(
            () -> Blas.multiply(true, new Matrix(2, 3), false, new Matrix(3, 4), new Matrix(2, 4)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("(2 x 3)' (3 x 4) into 2 x 4");
    assertThatThrownBy(
            () -> Blas.multiply(false, new Matrix(2, 3), false, new Matrix(3, 4), new Matrix(4, 2)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void preflight_saysWhatMultiplies() {
    assertThat(Blas.preflight().describe()).contains("jblas", "OpenBLAS", "kernel", "one thread");
  }

  @Test
  void nativeLibrary_printsNothing_inAProcessOfItsOwn() throws Exception {
    Process process =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "@submit/jvm-options",
                "-cp",
                System.getProperty("java.class.path"),
                Quiet.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    // The JVM's note on SIMD's module, which the launcher drops.
    assertThat(output.lines().filter(line -> !line.startsWith("WARNING: Using incubator modules:")))
        .isEmpty();
  }

  /** Loads the natives and ends, at which they are deleted. */
  static final class Quiet {
    private Quiet() {}

    public static void main(String[] arguments) {
      Blas.preflight();
    }
  }

  private Matrix random(int rows, int columns) {
    Matrix matrix = new Matrix(rows, columns);
    Draws.uniform(matrix, 1, stream);
    return matrix;
  }
}
