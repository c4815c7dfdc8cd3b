package org.basin.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.kernel.Vectors;
import org.basin.settings.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CirclePointsTest {

  private static final int POINTS = 160_000;
  private static final CirclePoints PLAIN = new UnitCircle();

  private static UniformRandomProvider stream() {
    return RandomStreams.stream(1, "samples");
  }

  private static double[] points(double radius, int count) {
    double[] points = new double[2 * count];
    PLAIN.draw(stream(), radius, points);
    return points;
  }

  private static float[] floats(float radius, int count) {
    float[] points = new float[2 * count];
    PLAIN.draw(stream(), radius, points);
    return points;
  }

  private static double[] widened(float[] floats) {
    double[] wide = new double[floats.length];
    Arrays.setAll(wide, i -> floats[i]);
    return wide;
  }

  @Test
  void points_standOnTheCircle() {
    assertOnCircle(points(3, POINTS), 2e-15);
    assertOnCircle(widened(floats(3, POINTS)), 5e-7);
  }

  private static void assertOnCircle(double[] points, double error) {
    for (int i = 0; i < points.length; i += 2) {
      assertThat(Math.hypot(points[i], points[i + 1])).isCloseTo(3, within(error));
    }
  }

  @Test
  void angles_areUniform() {
    assertUniform(points(1, POINTS));
    assertUniform(widened(floats(1, POINTS)));
  }

  /** 64 arcs of 2500 points expected: χ² with 63 degrees of freedom, below 120.1 at p = 2e-5. */
  private static void assertUniform(double[] points) {
    int[] counts = new int[64];
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
  void pointsOfOneLong_areIndependent_inFloat() {
    float[] points = floats(1, POINTS);
    double[] sums = new double[4];
    for (int i = 0; i < points.length; i += 4) {
      for (int k = 0; k < 4; k++) {
        sums[k] += points[i + k / 2] * points[i + 2 + k % 2];
      }
    }
    // A product of independent coordinates has mean 0 and variance 1/4: 5 deviations, p = 6e-7.
    for (double sum : sums) {
      assertThat(sum / (POINTS / 2.0)).isCloseTo(0, within(5 * 0.5 / Math.sqrt(POINTS / 2.0)));
    }
  }

  @Test
  void momentsInFloat_areThoseOfTheCircle() {
    double[] points = widened(floats(1, POINTS));
    double[] sums = new double[5];
    for (int i = 0; i < points.length; i += 2) {
      double x = points[i];
      double y = points[i + 1];
      double[] terms = {x, y, x * x - 0.5, y * y - 0.5, x * y};
      for (int k = 0; k < 5; k++) {
        sums[k] += terms[k];
      }
    }
    // Variances are 1/2, 1/2, 1/8, 1/8, 1/8: 5 deviations, p = 6e-7 each.
    for (int k = 0; k < 5; k++) {
      double deviation = Math.sqrt((k < 2 ? 0.5 : 0.125) / POINTS);
      assertThat(sums[k] / POINTS).isCloseTo(0, within(5 * deviation));
    }
  }

  @Test
  void morePoints_extendFewer() {
    assertThat(points(1, 100)).startsWith(points(1, 10));
    assertThat(floats(1, 100)).startsWith(floats(1, 11));
  }

  @Test
  void streams_areAdvancedByALongAPoint_inFloatByOneForTwo() {
    for (int count : new int[] {1, 2, 7, 300}) {
      UniformRandomProvider drawn = stream();
      CirclePoints.QUICKEST.draw(drawn, 1.0, new double[2 * count]);
      assertThat(drawn.nextLong()).isEqualTo(after(count));
      drawn = stream();
      CirclePoints.QUICKEST.draw(drawn, 1f, new float[2 * count]);
      assertThat(drawn.nextLong()).isEqualTo(after((count + 1) / 2));
    }
  }

  /** What a stream gives after so many. */
  private static long after(int longs) {
    UniformRandomProvider stream = stream();
    for (int i = 0; i < longs; i++) {
      stream.nextLong();
    }
    return stream.nextLong();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 7, 8, 9, 16, 17, 31, 64, 127, 128, 129, 256, 257, 1000})
  void vectors_equalPlainJava_toTheBit(int count) {
    assertThat(Vectors.areOffered()).as("the tests' JVM has the module").isTrue();
    CirclePoints vectors = CirclePoints.QUICKEST;
    assertThat(vectors).isNotInstanceOf(UnitCircle.class);

    double[] points = new double[2 * count];
    vectors.draw(stream(), 1.7, points);
    assertThat(points).containsExactly(points(1.7, count));
    double[] signs = new double[count];
    double[] plainSigns = new double[count];
    vectors.signs(new double[] {0.6, -0.8}, points, signs);
    PLAIN.signs(new double[] {0.6, -0.8}, points, plainSigns);
    assertThat(signs).containsExactly(plainSigns);

    float[] floats = new float[2 * count];
    vectors.draw(stream(), 1.7f, floats);
    assertThat(floats).containsExactly(floats(1.7f, count));
    float[] floatSigns = new float[count];
    float[] plainFloatSigns = new float[count];
    vectors.signs(new float[] {0.6f, -0.8f}, floats, floatSigns);
    PLAIN.signs(new float[] {0.6f, -0.8f}, floats, plainFloatSigns);
    assertThat(floatSigns).containsExactly(plainFloatSigns);
  }

  @Test
  void signOfZero_isOne() {
    for (CirclePoints form : new CirclePoints[] {PLAIN, CirclePoints.QUICKEST}) {
      double[] signs = new double[40];
      double[] points = new double[80];
      Arrays.fill(points, -0.0);
      form.signs(new double[] {1, 1}, points, signs);
      assertThat(signs).containsOnly(1);
      float[] floatSigns = new float[40];
      float[] floatPoints = new float[80];
      Arrays.fill(floatPoints, -0.0f);
      form.signs(new float[] {1, 1}, floatPoints, floatSigns);
      assertThat(floatSigns).containsOnly(1);
    }
  }

  @Test
  void series_areTheFunctions_toTheLastDigits() {
    for (double x = -Math.PI / 4; x <= Math.PI / 4; x += 1e-4) {
      assertThat(UnitCircle.cos(x)).isCloseTo(StrictMath.cos(x), within(0x1p-52));
      assertThat(UnitCircle.sin(x)).isCloseTo(StrictMath.sin(x), within(0x1p-52));
      float f = (float) x;
      assertThat((double) UnitCircle.cos(f)).isCloseTo(StrictMath.cos(f), within(0x1p-23));
      assertThat((double) UnitCircle.sin(f)).isCloseTo(StrictMath.sin(f), within(0x1p-23));
    }
  }
}
