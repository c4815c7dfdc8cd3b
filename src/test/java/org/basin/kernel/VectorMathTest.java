package org.basin.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.basin.kernel.doubles.LaneArray;
import org.basin.kernel.doubles.LaneMath;
import org.junit.jupiter.api.Test;

/** Functions of vectors give the bits of those of one number. */
class VectorMathTest {

  private interface FloatFunction {
    float of(float x);
  }

  /** The arguments at which bits are compared: all magnitudes, ends and what is no number. */
  static double[] arguments(int count) {
    SplittableRandom random = new SplittableRandom(2);
    double[] x = new double[count];
    for (int i = 0; i < count; i++) {
      x[i] =
          switch (i % 4) {
            case 0 -> random.nextDouble(-800, 800);
            case 1 -> random.nextDouble(-3, 3);
            case 2 -> Double.longBitsToDouble(random.nextLong());
            default -> random.nextDouble(-1, 1) * 0x1p-1022;
          };
    }
    double[] special = {
      0,
      -0.0,
      Double.NaN,
      Double.longBitsToDouble(0x7ff00000000007a2L), // R's NA.
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      1,
      -1,
      LaneMath.EXP_OVERFLOW,
      LaneMath.EXP_UNDERFLOW,
      Math.nextUp(LaneMath.EXP_OVERFLOW),
      Math.nextDown(LaneMath.EXP_UNDERFLOW),
      -LaneMath.TANH_END,
      -2 * LaneMath.HALF_EXP_END,
      LaneMath.BELL_END,
      Double.MIN_VALUE,
      709.5,
      -745,
      1e300
    };
    System.arraycopy(special, 0, x, 0, special.length);
    return x;
  }

  /** By reflection: tests are compiled without the module. */
  private static void vectors(String room, String function, Object x, Object y, int count)
      throws ReflectiveOperationException {
    Class.forName("org.basin.kernel." + room + ".vector.VectorMath")
        .getMethod(function, x.getClass(), x.getClass(), int.class)
        .invoke(null, x, y, count);
  }

  private static double[] vectors(String function, double[] x) throws ReflectiveOperationException {
    double[] y = new double[x.length];
    vectors("doubles", function, LaneArray.of(x), LaneArray.of(y), x.length);
    return y;
  }

  @Test
  void vectors_equalPlainJava_toTheBit() throws ReflectiveOperationException {
    double[] x = arguments(4000);
    double[] fraction = Arrays.stream(x).map(v -> Math.abs(v) <= 1 ? Math.abs(v) : 0.5).toArray();
    assertThat(vectors("exp", x)).containsExactly(map(LaneMath::exp, x));
    assertThat(vectors("expOfMinusAbs", x))
        .containsExactly(map(v -> LaneMath.exp(-Math.abs(v)), x));
    assertThat(vectors("log1p", fraction)).containsExactly(map(LaneMath::log1p, fraction));
    assertThat(vectors("tanh", x)).containsExactly(map(LaneMath::tanh, x));
    assertThat(vectors("sigmoid", x)).containsExactly(map(LaneMath::sigmoid, x));
    assertThat(vectors("bell", x)).containsExactly(map(LaneMath::bell, x));
  }

  private static void assertEqual(String function, FloatFunction plain, float[] x)
      throws ReflectiveOperationException {
    float[] y = new float[x.length];
    vectors(
        "floats",
        function,
        org.basin.kernel.floats.LaneArray.of(x),
        org.basin.kernel.floats.LaneArray.of(y),
        x.length);
    for (int i = 0; i < x.length; i++) {
      Float expected = plain.of(x[i]);
      assertThat((Object) y[i]).as(function + " of " + x[i]).isEqualTo(expected);
    }
  }

  @Test
  void vectorsOfFloats_equalPlainJava_toTheBit() throws ReflectiveOperationException {
    double[] wide = arguments(4000);
    float[] x = new float[wide.length];
    float[] fraction = new float[wide.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) (i % 2 == 0 ? wide[i] : wide[i] / 8);
      fraction[i] = Math.abs(x[i]) <= 1 ? Math.abs(x[i]) : 0.5f;
    }
    assertEqual("exp", org.basin.kernel.floats.LaneMath::exp, x);
    assertEqual("expOfMinusAbs", v -> org.basin.kernel.floats.LaneMath.exp(-Math.abs(v)), x);
    assertEqual("log1p", org.basin.kernel.floats.LaneMath::log1p, fraction);
    assertEqual("tanh", org.basin.kernel.floats.LaneMath::tanh, x);
    assertEqual("sigmoid", org.basin.kernel.floats.LaneMath::sigmoid, x);
    assertEqual("bell", org.basin.kernel.floats.LaneMath::bell, x);
  }

  private static double[] map(DoubleUnaryOperator f, double[] x) {
    return Arrays.stream(x).map(f).toArray();
  }
}
