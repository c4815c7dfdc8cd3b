package org.basin.settings;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Computes the values of expressions in decimal arithmetic: {@link BigDecimal}, Boolean or String.
 */
public final class Decimals {

  public static final MathContext CONTEXT = MathContext.DECIMAL128;

  /** Whole powers up to this exponent are computed by multiplication; others in doubles. */
  private static final int MAX_WHOLE_POWER = 999;

  private Decimals() {}

  /** A setting's value as an expression uses it. */
  static Object of(String name, Object value) {
    if (value instanceof Long whole) {
      return BigDecimal.valueOf(whole);
    }
    if (value instanceof Integer whole) {
      return BigDecimal.valueOf(whole);
    }
    if (value instanceof Double real) {
      return finite(real);
    }
    if (value instanceof BigDecimal || value instanceof Boolean || value instanceof String) {
      return value;
    }
    throw new IllegalArgumentException(
        value == null ? name + " has no value here" : name + " is a list");
  }

  /** The max decimal exponent of the format with 34 digits, decimal128 of IEEE 754. */
  private static final int GREATEST_EXPONENT = 6144;

  /**
   * {@code number} itself; an error if it is beyond the format's range, where the work would be
   * unbounded.
   */
  static BigDecimal bounded(BigDecimal number) {
    long exponent = (long) number.precision() - number.scale() - 1;
    if (number.signum() != 0 && Math.abs(exponent) > GREATEST_EXPONENT) {
      throw new IllegalArgumentException(
          "is too " + (exponent > 0 ? "large: " : "small: ") + number.round(new MathContext(3)));
    }
    return number;
  }

  static BigDecimal number(Object value) {
    if (value instanceof BigDecimal number) {
      return number;
    }
    throw new IllegalArgumentException("has " + shown(value) + " where a number is needed");
  }

  static boolean truth(Object value) {
    if (value instanceof Boolean truth) {
      return truth;
    }
    throw new IllegalArgumentException("has " + shown(value) + " where true or false is needed");
  }

  static BigDecimal finite(double x) {
    if (Double.isNaN(x) || Double.isInfinite(x)) {
      throw new IllegalArgumentException("has a value that is not finite: " + x);
    }
    return BigDecimal.valueOf(x);
  }

  public static double real(BigDecimal number) {
    double x = number.doubleValue();
    if (Double.isInfinite(x)) {
      throw new IllegalArgumentException("is too large: " + number.round(new MathContext(3)));
    }
    return x;
  }

  static BigDecimal divide(BigDecimal a, BigDecimal b) {
    if (b.signum() == 0) {
      throw new IllegalArgumentException("divides by zero");
    }
    return a.divide(b, CONTEXT);
  }

  static BigDecimal remainder(BigDecimal a, BigDecimal b) {
    if (b.signum() == 0) {
      throw new IllegalArgumentException("divides by zero");
    }
    try {
      return a.remainder(b, CONTEXT);
    } catch (ArithmeticException tooLong) {
      return finite(a.doubleValue() % b.doubleValue());
    }
  }

  static BigDecimal power(BigDecimal a, BigDecimal b) {
    if (b.abs().compareTo(BigDecimal.valueOf(MAX_WHOLE_POWER)) <= 0
        && b.stripTrailingZeros().scale() <= 0
        && (a.signum() != 0 || b.signum() >= 0)) {
      return a.pow(b.intValueExact(), CONTEXT);
    }
    return finite(StrictMath.pow(real(a), real(b)));
  }

  /**
   * Whether two values are equal: texts letter by letter, numbers by value; values of different
   * types never are.
   */
  static boolean equal(Object a, Object b) {
    if (a instanceof BigDecimal x && b instanceof BigDecimal y) {
      return x.compareTo(y) == 0;
    }
    if (a.getClass() != b.getClass()) {
      throw new IllegalArgumentException("compares " + shown(a) + " with " + shown(b));
    }
    return a.equals(b);
  }

  private static String shown(Object value) {
    return value instanceof String text ? '"' + text + '"' : value.toString();
  }
}
