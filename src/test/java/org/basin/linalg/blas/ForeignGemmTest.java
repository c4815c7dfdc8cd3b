package org.basin.linalg.blas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.settings.RandomStreams;
import org.junit.jupiter.api.Test;

/** Compares the product on Java's own arrays with the product of jblas, which copies them. */
class ForeignGemmTest {

  private static final char[] BOTH = {'N', 'T'};
  private static final int[][] SHAPES = {
    {1, 1, 1}, {7, 3, 5}, {20, 50, 2}, {64, 64, 64}, {100, 200, 100}, {31, 257, 129}, {300, 50, 299}
  };

  private final UniformRandomProvider stream = RandomStreams.stream(1, "foreign");

  @Test
  void product_isThatOfJblasToTheBit() {
    Gemm loaded = JblasCopy.load();
    assumeTrue(loaded instanceof ForeignGemm, "java.lang.foreign");
    ForeignGemm gemm = (ForeignGemm) loaded;
    for (int[] shape : SHAPES) {
      for (char transA : BOTH) {
        for (char transB : BOTH) {
          for (double beta : new double[] {0, 0.5}) {
            compare(gemm, shape[0], shape[1], shape[2], transA, transB, beta);
            compareFloats(gemm, shape[0], shape[1], shape[2], transA, transB, (float) beta);
          }
        }
      }
    }
  }

  private void compare(
      ForeignGemm gemm, int m, int n, int k, char transA, char transB, double beta) {
    double[] a = random(m * k);
    double[] b = random(k * n);
    double[] expected = random(m * n);
    final double[] product = expected.clone();
    int lda = transA == 'N' ? m : k;
    int ldb = transB == 'N' ? k : n;
    gemm.copying().multiply(transA, transB, m, n, k, 1.5, a, lda, b, ldb, beta, expected);
    gemm.multiply(transA, transB, m, n, k, 1.5, a, lda, b, ldb, beta, product);
    assertThat(Arrays.equals(product, expected))
        .as("%s%s %d x %d x %d", transA, transB, m, n, k)
        .isTrue();
  }

  private void compareFloats(
      ForeignGemm gemm, int m, int n, int k, char transA, char transB, float beta) {
    float[] a = randomFloats(m * k);
    float[] b = randomFloats(k * n);
    float[] expected = randomFloats(m * n);
    final float[] product = expected.clone();
    int lda = transA == 'N' ? m : k;
    int ldb = transB == 'N' ? k : n;
    gemm.copying().multiply(transA, transB, m, n, k, 1.5f, a, lda, b, ldb, beta, expected);
    gemm.multiply(transA, transB, m, n, k, 1.5f, a, lda, b, ldb, beta, product);
    assertThat(Arrays.equals(product, expected))
        .as("%s%s %d x %d x %d, floats", transA, transB, m, n, k)
        .isTrue();
  }

  @Test
  void kernel_isTheOneNamed() {
    assumeTrue(Foreign.isOffered(), "java.lang.foreign");
    String named = KernelChoice.named(Cpu.OWN, System.getenv());
    assumeTrue(named != null, "a variable that names the kernels");
    assertThat(LibraryCopies.kernel()).isEqualToIgnoringCase(named);
  }

  private double[] random(int size) {
    double[] result = new double[size];
    Arrays.setAll(result, i -> stream.nextDouble() - 0.5);
    return result;
  }

  private float[] randomFloats(int size) {
    float[] result = new float[size];
    for (int i = 0; i < size; i++) {
      result[i] = stream.nextFloat() - 0.5f;
    }
    return result;
  }
}
