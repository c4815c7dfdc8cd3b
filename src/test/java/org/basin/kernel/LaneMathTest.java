package org.basin.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
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
  private static final BigDecimal PI =
      new BigDecimal("3.14159265358979323846264338327950288419716939937510582097494459");
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

  private static BigDecimal softplus(BigDecimal x) {
    return x.max(BigDecimal.ZERO).add(log1p(exp(x.abs().negate())));
  }

  private static BigDecimal expm1OfMinusAbs(BigDecimal x) {
    return exp(x.abs().negate()).subtract(ONE);
  }

  private static BigDecimal bell(BigDecimal x) {
    return exp(x.multiply(x).divide(TWO, DIGITS).negate());
  }

  /** By Abramowitz &amp; Stegun (1964), 26.2.11 and 26.2.14. */
  private static BigDecimal normal(BigDecimal x) {
    BigDecimal u = x.abs();
    BigDecimal density = bell(x).divide(TWO.multiply(PI).sqrt(DIGITS), DIGITS);
    BigDecimal tail;
    if (u.compareTo(TWO) > 0) {
      BigDecimal fraction = u;
      for (int k = 300; k > 0; k--) {
        fraction = u.add(BigDecimal.valueOf(k).divide(fraction, DIGITS));
      }
      tail = density.divide(fraction, DIGITS);
    } else {
      BigDecimal term = u;
      BigDecimal sum = u;
      for (int k = 3; k < 150; k += 2) {
        term = term.multiply(u).multiply(u).divide(BigDecimal.valueOf(k), DIGITS);
        sum = sum.add(term, DIGITS);
      }
      tail = new BigDecimal("0.5").subtract(density.multiply(sum, DIGITS));
    }
    return x.signum() < 0 ? tail : ONE.subtract(tail);
  }

  private static double softplus(double x) {
    return LaneMath.softplus(x, LaneMath.sigmoid(x));
  }

  private static double normal(double x) {
    return LaneMath.normal(x, LaneMath.bell(x));
  }

  private static float softplus(float x) {
    return org.basin.kernel.floats.LaneMath.softplus(
        x, org.basin.kernel.floats.LaneMath.sigmoid(x));
  }

  private static float normal(float x) {
    return org.basin.kernel.floats.LaneMath.normal(x, org.basin.kernel.floats.LaneMath.bell(x));
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
    assertThat(floatError(org.basin.kernel.floats.LaneMath::sigmoid, sigmoid, -87, 20))
        .isLessThan(3);
    assertThat(floatError(org.basin.kernel.floats.LaneMath::tanh, StrictMath::tanh, -3, 3))
        .isLessThan(3);
    assertThat(floatError(org.basin.kernel.floats.LaneMath::tanh, StrictMath::tanh, -12, 12))
        .isLessThan(3);
  }

  @ParameterizedTest
  @CsvSource({"-1e-4, 1e-4", "-1, 1", "-12.9, 6"})
  void floatsOfCompositeFunctions_areWithinTheSameUlps(double low, double high) {
    DoubleUnaryOperator expm1 = x -> StrictMath.expm1(-Math.abs(x));
    DoubleUnaryOperator bell = x -> StrictMath.exp(-x * x / 2);
    assertThat(floatError(LaneMathTest::softplus, LaneMathTest::softplus, low, high)).isLessThan(4);
    assertThat(floatError(org.basin.kernel.floats.LaneMath::expm1OfMinusAbs, expm1, low, high))
        .isLessThan(3.5);
    assertThat(floatError(org.basin.kernel.floats.LaneMath::bell, bell, low, high)).isLessThan(2);
    assertThat(floatError(LaneMathTest::normal, LaneMathTest::normal, low, high)).isLessThan(7);
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
  void sigmoid_isWithinThreeUlps(double low, double high) {
    assertThat(error(LaneMath::sigmoid, LaneMathTest::sigmoid, low, high)).isLessThan(3);
  }

  @ParameterizedTest
  @CsvSource({"-1, 1", "-5, 5", "-60, 40"})
  void softplus_isWithinFourUlps(double low, double high) {
    assertThat(error(LaneMathTest::softplus, LaneMathTest::softplus, low, high)).isLessThan(4);
  }

  @ParameterizedTest
  @CsvSource({"-1e-9, 1e-9", "-0.36, 0.36", "-50, 0"})
  void expm1_isWithinThreeAndAHalfUlps(double low, double high) {
    assertThat(error(LaneMath::expm1OfMinusAbs, LaneMathTest::expm1OfMinusAbs, low, high))
        .isLessThan(3.5);
  }

  @ParameterizedTest
  @CsvSource({"-1, 1", "-8, 8", "-37.6, 0"})
  void bell_isWithinTwoUlps(double low, double high) {
    assertThat(error(LaneMath::bell, LaneMathTest::bell, low, high)).isLessThan(2);
  }

  @ParameterizedTest
  @CsvSource({"-1, 1", "-4, 8", "-37.4, 0"})
  void normal_isWithinSevenUlps(double low, double high) {
    assertThat(error(LaneMathTest::normal, LaneMathTest::normal, low, high)).isLessThan(7);
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
    assertThat(LaneMath.tanh(0.0)).isEqualTo(0.0);
    assertThat(LaneMath.tanh(-0.0)).isEqualTo(-0.0);
    assertThat(LaneMath.tanh(Double.MIN_VALUE)).isEqualTo(Double.MIN_VALUE);
    assertThat(LaneMath.tanh(Double.POSITIVE_INFINITY)).isEqualTo(1);
    assertThat(LaneMath.tanh(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
    assertThat(LaneMath.tanh(Double.NaN)).isNaN();
    assertThat(softplus(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(softplus(Double.POSITIVE_INFINITY)).isInfinite();
    assertThat(softplus(Double.NaN)).isNaN();
    assertThat(LaneMath.expm1OfMinusAbs(0)).isZero();
    assertThat(LaneMath.expm1OfMinusAbs(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
    assertThat(LaneMath.expm1OfMinusAbs(Double.NaN)).isNaN();
    assertThat(LaneMath.bell(0)).isEqualTo(1);
    assertThat(LaneMath.bell(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(LaneMath.bell(Double.NaN)).isNaN();
    assertThat(normal(0.0)).isEqualTo(0.5);
    assertThat(normal(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(normal(Double.MAX_VALUE)).isEqualTo(1);
    assertThat(normal(Double.NaN)).isNaN();
  }
}
