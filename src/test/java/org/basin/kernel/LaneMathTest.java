package org.basin.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.basin.kernel.doubles.LaneMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaneMathTest {

  private static final MathContext DIGITS = new MathContext(60);
  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final int POINTS = 500;

  /** eˣ by (e^(x / 2¹²))^(2¹²) and Taylor's series. */
  private static BigDecimal exp(BigDecimal x) {
    BigDecimal small = x.divide(BigDecimal.valueOf(4096), DIGITS);
    BigDecimal sum = ONE;
    BigDecimal term = ONE;
    for (int k = 1; k < 30; k++) {
      term = term.multiply(small).divide(BigDecimal.valueOf(k), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    for (int i = 0; i < 12; i++) {
      sum = sum.multiply(sum, DIGITS);
    }
    return sum;
  }

  /** The library's, and a step of Newton's to twice its digits. */
  private static BigDecimal log1p(BigDecimal x) {
    BigDecimal near = new BigDecimal(StrictMath.log1p(x.doubleValue()));
    BigDecimal d = ONE.add(x).multiply(exp(near.negate()), DIGITS).subtract(ONE);
    return near.add(d).subtract(d.multiply(d).divide(TWO, DIGITS));
  }

  private static BigDecimal sigmoid(BigDecimal x) {
    return ONE.divide(ONE.add(exp(x.negate())), DIGITS);
  }

  private static BigDecimal tanh(BigDecimal x) {
    BigDecimal e = exp(x.multiply(TWO));
    return e.subtract(ONE).divide(e.add(ONE), DIGITS);
  }

  /** The greatest error in ulps at points uniform in the range. */
  private static double error(
      DoubleUnaryOperator f, UnaryOperator<BigDecimal> exact, double low, double high) {
    SplittableRandom random = new SplittableRandom(1);
    double worst = 0;
    for (int i = 0; i < POINTS; i++) {
      double x = random.nextDouble(low, high);
      double y = f.applyAsDouble(x);
      BigDecimal error = new BigDecimal(y).subtract(exact.apply(new BigDecimal(x)));
      worst = Math.max(worst, Math.abs(error.doubleValue()) / Math.ulp(y));
    }
    return worst;
  }

  private interface FloatFunction {
    float of(float x);
  }

  /** As {@link #error}, in float, against the library's in double. */
  private static double floatError(
      FloatFunction f, DoubleUnaryOperator exact, double low, double high) {
    SplittableRandom random = new SplittableRandom(1);
    double worst = 0;
    for (int i = 0; i < 100 * POINTS; i++) {
      float x = (float) random.nextDouble(low, high);
      float y = f.of(x);
      worst = Math.max(worst, Math.abs(y - exact.applyAsDouble(x)) / Math.ulp(y));
    }
    return worst;
  }

  @Test
  void floats_areWithinTheSameUlps() {
    DoubleUnaryOperator sigmoid = x -> 1 / (1 + StrictMath.exp(-x));
    assertThat(floatError(org.basin.kernel.floats.LaneMath::exp, StrictMath::exp, -87.3, 88.7))
        .isLessThan(1);
    assertThat(floatError(org.basin.kernel.floats.LaneMath::exp, StrictMath::exp, -1, 1))
        .isLessThan(1);
    assertThat(floatError(org.basin.kernel.floats.LaneMath::log1p, StrictMath::log1p, 0, 1))
        .isLessThan(1.5);
    assertThat(floatError(org.basin.kernel.floats.LaneMath::log1p, StrictMath::log1p, 0, 1e-4))
        .isLessThan(1.5);
    assertThat(floatError(org.basin.kernel.floats.LaneMath::sigmoid, sigmoid, -80, 20))
        .isLessThan(2);
    assertThat(floatError(org.basin.kernel.floats.LaneMath::tanh, StrictMath::tanh, -3, 3))
        .isLessThan(3);
    assertThat(floatError(org.basin.kernel.floats.LaneMath::tanh, StrictMath::tanh, -12, 12))
        .isLessThan(3);
  }

  @Test
  void floats_atTheEnds() {
    assertThat(org.basin.kernel.floats.LaneMath.exp(org.basin.kernel.floats.LaneMath.EXP_OVERFLOW))
        .isGreaterThan(3.402e38f)
        .isFinite();
    assertThat(
            org.basin.kernel.floats.LaneMath.exp(
                Math.nextUp(org.basin.kernel.floats.LaneMath.EXP_OVERFLOW)))
        .isInfinite();
    assertThat(org.basin.kernel.floats.LaneMath.exp(org.basin.kernel.floats.LaneMath.EXP_UNDERFLOW))
        .isGreaterThanOrEqualTo(Float.MIN_NORMAL);
    assertThat(
            org.basin.kernel.floats.LaneMath.exp(
                Math.nextDown(org.basin.kernel.floats.LaneMath.EXP_UNDERFLOW)))
        .isZero();
    assertThat(org.basin.kernel.floats.LaneMath.exp(Float.NEGATIVE_INFINITY)).isZero();
    assertThat(org.basin.kernel.floats.LaneMath.exp(Float.NaN)).isNaN();
    assertThat(org.basin.kernel.floats.LaneMath.tanh(Float.POSITIVE_INFINITY)).isEqualTo(1);
    assertThat(org.basin.kernel.floats.LaneMath.tanh(Float.MIN_VALUE)).isEqualTo(Float.MIN_VALUE);
  }

  @ParameterizedTest
  @CsvSource({"-0.35, 0.35", "-1e-9, 1e-9", "-40, 5", "-708.3, 0", "0, 709.78"})
  void exp_isWithinOneUlp(double low, double high) {
    assertThat(error(LaneMath::exp, LaneMathTest::exp, low, high)).isLessThan(1);
  }

  @ParameterizedTest
  @CsvSource({"0, 1e-9", "0, 0.1", "0, 1"})
  void log1p_isWithinOneAndAHalfUlps(double low, double high) {
    assertThat(error(LaneMath::log1p, LaneMathTest::log1p, low, high)).isLessThan(1.5);
  }

  @ParameterizedTest
  @CsvSource({"-1, 1", "-40, 40", "-708, 0"})
  void sigmoid_isWithinTwoUlps(double low, double high) {
    assertThat(error(LaneMath::sigmoid, LaneMathTest::sigmoid, low, high)).isLessThan(2);
  }

  @ParameterizedTest
  @CsvSource({"-1e-9, 1e-9", "-0.4, 0.4", "0, 2", "-30, 30"})
  void tanh_isWithinThreeUlps(double low, double high) {
    assertThat(error(LaneMath::tanh, LaneMathTest::tanh, low, high)).isLessThan(3);
  }

  @Test
  void ends_andWhatIsNoNumber() {
    assertThat(LaneMath.exp(0)).isEqualTo(1);
    assertThat(LaneMath.exp(LaneMath.EXP_OVERFLOW)).isGreaterThan(1.797e308).isFinite();
    assertThat(LaneMath.exp(Math.nextUp(LaneMath.EXP_OVERFLOW))).isInfinite();
    assertThat(LaneMath.exp(Double.POSITIVE_INFINITY)).isInfinite();
    assertThat(LaneMath.exp(LaneMath.EXP_UNDERFLOW)).isGreaterThanOrEqualTo(Double.MIN_NORMAL);
    assertThat(LaneMath.exp(Math.nextDown(LaneMath.EXP_UNDERFLOW))).isZero();
    assertThat(LaneMath.exp(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(LaneMath.exp(Double.NaN)).isNaN();
    assertThat(LaneMath.log1p(0)).isZero();
    assertThat(LaneMath.log1p(Double.MIN_VALUE)).isEqualTo(Double.MIN_VALUE);
    assertThat(LaneMath.log1p(Double.NaN)).isNaN();
    assertThat(LaneMath.sigmoid(0)).isEqualTo(0.5);
    assertThat(LaneMath.sigmoid(Double.POSITIVE_INFINITY)).isEqualTo(1);
    assertThat(LaneMath.sigmoid(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(LaneMath.sigmoid(Double.NaN)).isNaN();
    assertThat(LaneMath.tanh(0)).isZero();
    assertThat(LaneMath.tanh(Double.MIN_VALUE)).isEqualTo(Double.MIN_VALUE);
    assertThat(LaneMath.tanh(Double.POSITIVE_INFINITY)).isEqualTo(1);
    assertThat(LaneMath.tanh(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
    assertThat(LaneMath.tanh(Double.NaN)).isNaN();
  }

  /** The arguments at which bits are compared: all magnitudes, ends and what is no number. */
  private static double[] arguments(int count) {
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
      LaneMath.TANH_END,
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
    vectors("doubles", function, x, y, x.length);
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
  }

  private static void assertEqual(String function, FloatFunction plain, float[] x)
      throws ReflectiveOperationException {
    float[] y = new float[x.length];
    vectors("floats", function, x, y, x.length);
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
  }

  private static double[] map(DoubleUnaryOperator f, double[] x) {
    return Arrays.stream(x).map(f).toArray();
  }
}
