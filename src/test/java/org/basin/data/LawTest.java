package org.basin.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.basin.linalg.Matrix;
import org.basin.settings.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LawTest {

  private static final int EXAMPLES = 20_000;

  /** A right law fails a test of this size for one seed in 10,000. */
  private static final double SIGNIFICANCE = 1e-4;

  static Stream<Law> laws() {
    return Stream.of(
        new Sphere(1, 2),
        new Sphere(2, 1),
        new Sphere(3, 0.5),
        new Sphere(10, 3),
        new Gaussian(1, 1),
        new Gaussian(5, 0.1));
  }

  @ParameterizedTest
  @MethodSource("laws")
  void moreExamples_extendFewer(Law law) {
    Matrix few = new Matrix(law.dimension(), 5);
    Matrix more = new Matrix(law.dimension(), 8);
    law.draw(RandomStreams.stream(3, "data"), few);
    law.draw(RandomStreams.stream(3, "data"), more);
    assertThat(more.data()).startsWith(few.data());
  }

  @ParameterizedTest
  @MethodSource("laws")
  void secondMoments_areIsotropic(Law law) {
    Matrix x = draw(law);
    int d = law.dimension();
    double variance =
        law instanceof Gaussian gaussian
            ? Math.pow(gaussian.std(), 2)
            : Math.pow(TeacherVector.norm(column(x, 0)), 2) / d;
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int c = 0; c < EXAMPLES; c++) {
          sum += x.get(i, c) * x.get(j, c);
        }
        // A product's deviation is at most √2 of the variance; 5 of the mean's: p < 6e-7 a pair.
        assertThat(sum / EXAMPLES)
            .isCloseTo(i == j ? variance : 0, within(5 * Math.sqrt(2.0 / EXAMPLES) * variance));
      }
    }
  }

  @Test
  void sphere_hasItsRadius() {
    Matrix x = draw(new Sphere(10, 3));
    for (int c = 0; c < EXAMPLES; c++) {
      assertThat(TeacherVector.norm(column(x, c))).isCloseTo(3, within(1e-14));
    }
  }

  @Test
  void circle_isUniformInAngle() {
    Matrix x = draw(new Sphere(2, 1));
    double[] angles = new double[EXAMPLES];
    Arrays.setAll(angles, c -> Math.atan2(x.get(1, c), x.get(0, c)));
    assertFits(new UniformRealDistribution(-Math.PI, Math.PI), angles);
  }

  @Test
  void sphereInThreeDimensions_isUniformAlongAnyAxis() {
    // Archimedes' hat-box theorem.
    Matrix x = draw(new Sphere(3, 1));
    double[] heights = new double[EXAMPLES];
    Arrays.setAll(heights, c -> (x.get(0, c) + x.get(1, c) + x.get(2, c)) / Math.sqrt(3));
    assertFits(new UniformRealDistribution(-1, 1), heights);
  }

  @Test
  void gaussian_isNormal() {
    assertFits(new NormalDistribution(0, 0.1), draw(new Gaussian(1, 0.1)).data());
  }

  private static void assertFits(RealDistribution distribution, double[] sample) {
    double p = new KolmogorovSmirnovTest().kolmogorovSmirnovTest(distribution, sample);
    assertThat(p).isGreaterThan(SIGNIFICANCE);
  }

  private static Matrix draw(Law law) {
    Matrix inputs = new Matrix(law.dimension(), EXAMPLES);
    law.draw(RandomStreams.stream(11, "data"), inputs);
    return inputs;
  }

  private static double[] column(Matrix matrix, int c) {
    return Arrays.copyOfRange(matrix.data(), c * matrix.rows(), (c + 1) * matrix.rows());
  }
}
