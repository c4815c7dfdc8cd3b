package org.basin.kernel.floats;

/**
 * Basin's own elementary functions, which give the same bits on every JVM and in {@code
 * vector.VectorMath}, which computes many at once. They consist of sums, products and shifts in a
 * fixed order, without fused multiply-adds. Their max errors, in units in the last place (ulps),
 * are tested; {@code lane_math.py} computes the coefficients. Each precision has its own class,
 * because polynomials and the bits of a number differ.
 */
public final class LaneMath {

  /** 1 / ln 2. */
  public static final float LOG2_E = 1.442695f;

  /** ln 2 to 15 bits, so that its multiples by whole numbers up to 128 are exact. */
  public static final float LN2_HIGH = 0.69314575f;

  /** The rest of ln 2. */
  public static final float LN2_LOW = 1.4286068e-06f;

  /** 1.5 · 2²³. Adding it rounds to a whole number, which is then in the last bits. */
  public static final float ROUND = 0x1.8p23f;

  /** The shift that moves the last bits to the exponent. */
  public static final int FRACTION_BITS = 23;

  /** The exponent bits of 1. */
  public static final int BIAS = 127;

  /** The exponential of a larger number is infinite. */
  public static final float EXP_OVERFLOW = 88.72283f;

  /** The exponential of a smaller number is below 2⁻¹²⁶. */
  public static final float EXP_UNDERFLOW = -87.33654f;

  /** For a smaller x, tanh(x / 2) rounds to −1. */
  public static final float TANH_END = -20;

  // (eʳ − 1 − r) / r², |r| ≤ ln(2) / 2.
  public static final float E0 = 0.5f;
  public static final float E1 = 0.16666578f;
  public static final float E2 = 0.041666556f;
  public static final float E3 = 0.008363173f;
  public static final float E4 = 0.0013926176f;

  // (2 artanh t − 2t) / t³ in t², 0 ≤ t ≤ 1/3.
  public static final float L0 = 0.6666667f;
  public static final float L1 = 0.39999706f;
  public static final float L2 = 0.28592357f;
  public static final float L3 = 0.21706575f;
  public static final float L4 = 0.2322433f;

  private LaneMath() {}

  /** eˣ, with an error of at most 1 ulp; 0 if it is below the smallest normal number, 2⁻¹²⁶. */
  public static float exp(float x) {
    float shifted = x * LOG2_E + ROUND;
    float y = 1 + reducedExpm1(x, shifted - ROUND);
    // The result is multiplied by 2ᵏ; k may be 128, for which 2ᵏ is not a number of this precision.
    int bits = Float.floatToRawIntBits(y);
    y = Float.intBitsToFloat(bits + (Float.floatToRawIntBits(shifted) << FRACTION_BITS));
    y = x <= EXP_OVERFLOW ? y : x + Float.POSITIVE_INFINITY;
    return x < EXP_UNDERFLOW ? 0 : y;
  }

  /**
   * eʳ − 1 for the remainder r of {@code x}.
   *
   * @param k the whole number nearest to x / ln 2
   */
  private static float reducedExpm1(float x, float k) {
    float r = x - k * LN2_HIGH - k * LN2_LOW;
    float s = r * r;
    float p = E2 + E3 * r + E4 * s;
    p = E0 + E1 * r + p * s;
    return r + p * s;
  }

  /** 2ᵏ for −126 ≤ k ≤ 0, from k + {@link #ROUND}. */
  private static float power(float shifted) {
    return Float.intBitsToFloat((Float.floatToRawIntBits(shifted) + BIAS) << FRACTION_BITS);
  }

  /** ln(1 + x) for 0 ≤ x ≤ 1, with an error of at most 1.5 ulps. */
  public static float log1p(float x) {
    float t = x / (2 + x);
    float u = t * t;
    float v = u * u;
    float p = L2 + L3 * u + L4 * v;
    p = L0 + L1 * u + p * v;
    // Here 2t = x − tx.
    return x - t * (x - p * u);
  }

  /** ln(1 + x) for x ≥ 0, with an error of at most 2 ulps. */
  public static float logOnePlus(float x) {
    if (x <= 1) {
      return log1p(x);
    }
    float sum = 1 + x;
    int k = Math.getExponent(sum);
    return k * LN2_HIGH + (k * LN2_LOW + log1p(Math.scalb(sum, -k) - 1));
  }

  /** 1 / (1 + e⁻ˣ), with an error of at most 2 ulps. */
  public static float sigmoid(float x) {
    float small = exp(-Math.abs(x));
    return (x < 0 ? small : 1) / (1 + small);
  }

  /** eˣ − 1 for x ≤ 0, with an error of at most 2 ulps. */
  public static float expm1(float x) {
    float y = x < TANH_END ? TANH_END : x;
    float shifted = y * LOG2_E + ROUND;
    float power = power(shifted);
    return power * reducedExpm1(y, shifted - ROUND) + (power - 1);
  }

  /** tanh x, with an error of at most 3 ulps. */
  public static float tanh(float x) {
    float e = expm1(-2 * Math.abs(x));
    float size = -e / (2 + e);
    return x < 0 ? -size : size;
  }
}
