package org.basin.kernel.doubles;

/**
 * Basin's own elementary functions, which give the same bits on every JVM and in {@code
 * vector.VectorMath}, which computes many at once. They consist of sums, products and shifts in a
 * fixed order, without fused multiply-adds. Their max errors, in units in the last place (ulps),
 * are tested; {@code lane_math.py} computes the coefficients. Each precision has its own class,
 * because polynomials and the bits of a number differ.
 */
public final class LaneMath {

  /** 1 / ln 2. */
  public static final double LOG2_E = 1.4426950408889634;

  /** ln 2 to 42 bits, so that its multiples by whole numbers up to 1024 are exact. */
  public static final double LN2_HIGH = 0.6931471805598903;

  /** The rest of ln 2. */
  public static final double LN2_LOW = 5.497923018708371e-14;

  /** 1.5 · 2⁵². Adding it rounds to a whole number, which is then in the last bits. */
  public static final double ROUND = 0x1.8p52;

  /** The shift that moves the last bits to the exponent. */
  public static final int FRACTION_BITS = 52;

  /** The exponent bits of 1. */
  public static final long BIAS = 1023;

  /** The exponential of a larger number is infinite. */
  public static final double EXP_OVERFLOW = 709.782712893384;

  /** The exponential of a smaller number is below 2⁻¹⁰²². */
  public static final double EXP_UNDERFLOW = -708.3964185322641;

  /** For a smaller x, tanh(x / 2) rounds to −1. */
  public static final double TANH_END = -40;

  // (eʳ − 1 − r) / r², |r| ≤ ln(2) / 2.
  public static final double E0 = 0.5000000000000001;
  public static final double E1 = 0.16666666666666669;
  public static final double E2 = 0.041666666666624164;
  public static final double E3 = 0.008333333333330065;
  public static final double E4 = 0.0013888888917196719;
  public static final double E5 = 0.00019841269863040545;
  public static final double E6 = 2.4801521322368692e-05;
  public static final double E7 = 2.7557268480310024e-06;
  public static final double E8 = 2.7620075879983367e-07;
  public static final double E9 = 2.5100375832561234e-08;

  // (2 artanh t − 2t) / t³ in t², 0 ≤ t ≤ 1/3.
  public static final double L0 = 0.6666666666666666;
  public static final double L1 = 0.40000000000014585;
  public static final double L2 = 0.2857142856710876;
  public static final double L3 = 0.22222222717427864;
  public static final double L4 = 0.18181789436132859;
  public static final double L5 = 0.15385570064958623;
  public static final double L6 = 0.13314144209654935;
  public static final double L7 = 0.12001072809590713;
  public static final double L8 = 0.08800738486144674;
  public static final double L9 = 0.1616404561194353;

  private LaneMath() {}

  /** eˣ, with an error of at most 1 ulp; 0 if it is below the smallest normal number, 2⁻¹⁰²². */
  public static double exp(double x) {
    double shifted = x * LOG2_E + ROUND;
    double y = 1 + reducedExpm1(x, shifted - ROUND);
    // The result is multiplied by 2ᵏ; k may be 1024, for which 2ᵏ is not a number of this
    // precision.
    long bits = Double.doubleToRawLongBits(y);
    y = Double.longBitsToDouble(bits + (Double.doubleToRawLongBits(shifted) << FRACTION_BITS));
    y = x <= EXP_OVERFLOW ? y : x + Double.POSITIVE_INFINITY;
    return x < EXP_UNDERFLOW ? 0 : y;
  }

  /**
   * eʳ − 1 for the remainder r of {@code x}.
   *
   * @param k the whole number nearest to x / ln 2
   */
  private static double reducedExpm1(double x, double k) {
    double r = x - k * LN2_HIGH - k * LN2_LOW;
    double s = r * r;
    double p = E6 + E7 * r + (E8 + E9 * r) * s;
    p = E4 + E5 * r + p * s;
    p = E2 + E3 * r + p * s;
    p = E0 + E1 * r + p * s;
    return r + p * s;
  }

  /** 2ᵏ for −1022 ≤ k ≤ 0, from k + {@link #ROUND}. */
  private static double power(double shifted) {
    return Double.longBitsToDouble((Double.doubleToRawLongBits(shifted) + BIAS) << FRACTION_BITS);
  }

  /** ln(1 + x) for 0 ≤ x ≤ 1, with an error of at most 1.5 ulps. */
  public static double log1p(double x) {
    double t = x / (2 + x);
    double u = t * t;
    double v = u * u;
    double p = L6 + L7 * u + (L8 + L9 * u) * v;
    p = L4 + L5 * u + p * v;
    p = L2 + L3 * u + p * v;
    p = L0 + L1 * u + p * v;
    // Here 2t = x − tx.
    return x - t * (x - p * u);
  }

  /** ln(1 + x) for x ≥ 0, with an error of at most 2 ulps. */
  public static double logOnePlus(double x) {
    if (x <= 1) {
      return log1p(x);
    }
    double sum = 1 + x;
    int k = Math.getExponent(sum);
    return k * LN2_HIGH + (k * LN2_LOW + log1p(Math.scalb(sum, -k) - 1));
  }

  /** 1 / (1 + e⁻ˣ), with an error of at most 2 ulps. */
  public static double sigmoid(double x) {
    double small = exp(-Math.abs(x));
    return (x < 0 ? small : 1) / (1 + small);
  }

  /** eˣ − 1 for x ≤ 0, with an error of at most 2 ulps. */
  public static double expm1(double x) {
    double y = x < TANH_END ? TANH_END : x;
    double shifted = y * LOG2_E + ROUND;
    double power = power(shifted);
    return power * reducedExpm1(y, shifted - ROUND) + (power - 1);
  }

  /** tanh x, with an error of at most 3 ulps. */
  public static double tanh(double x) {
    double e = expm1(-2 * Math.abs(x));
    double size = -e / (2 + e);
    return x < 0 ? -size : size;
  }
}
