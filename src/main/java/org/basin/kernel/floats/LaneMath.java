package org.basin.kernel.floats;

/**
 * Functions of our own, the same to the bit on every JVM, and in {@code vector.VectorMath} of many
 * numbers at once: sums, products and shifts in one order, nothing fused. Their greatest errors, in
 * units of the last place (ulps), are tested; the coefficients are those of {@code lane_math.py}.
 * Written for each precision by itself, since so are polynomials and the bits of a number.
 */
public final class LaneMath {

  /** 1 / ln 2. */
  public static final float LOG2_E = 1.442695f;

  /** ln 2 to 15 bits, so that its multiples by whole numbers up to 128 are exact. */
  public static final float LN2_HIGH = 0.69314575f;

  /** The rest of ln 2. */
  public static final float LN2_LOW = 1.4286068e-06f;

  /** 1.5 · 2²³: adding it rounds to a whole number, which stands in the last bits. */
  public static final float ROUND = 0x1.8p23f;

  /** What brings the last bits to the place of the exponent. */
  public static final int FRACTION_BITS = 23;

  /** The exponent of 1. */
  public static final int BIAS = 127;

  /** Of a larger number the exponential is infinite. */
  public static final float EXP_OVERFLOW = 88.72283f;

  /** Of a smaller number the exponential is below 2⁻¹²⁶. */
  public static final float EXP_UNDERFLOW = -87.33654f;

  /** Beyond it, tanh(x / 2) is −1 to the last digit. */
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

  /** eˣ, to 1 ulp; 0 where it is below the least normal number, 2⁻¹²⁶. */
  public static float exp(float x) {
    float shifted = x * LOG2_E + ROUND;
    float y = 1 + reducedExpm1(x, shifted - ROUND);
    // Times 2ᵏ: up to k = 128, of which there is no power.
    int bits = Float.floatToRawIntBits(y);
    y = Float.intBitsToFloat(bits + (Float.floatToRawIntBits(shifted) << FRACTION_BITS));
    y = x <= EXP_OVERFLOW ? y : x + Float.POSITIVE_INFINITY;
    return x < EXP_UNDERFLOW ? 0 : y;
  }

  /**
   * eʳ − 1 of what is left of {@code x}.
   *
   * @param k whole, nearest to x / ln 2
   */
  private static float reducedExpm1(float x, float k) {
    float r = x - k * LN2_HIGH - k * LN2_LOW;
    float s = r * r;
    float p = E2 + E3 * r + E4 * s;
    p = E0 + E1 * r + p * s;
    return r + p * s;
  }

  /** 2ᵏ, −126 ≤ k ≤ 0, of k + {@link #ROUND}. */
  private static float power(float shifted) {
    return Float.intBitsToFloat((Float.floatToRawIntBits(shifted) + BIAS) << FRACTION_BITS);
  }

  /** ln(1 + x) for 0 ≤ x ≤ 1, to 1.5 ulps. */
  public static float log1p(float x) {
    float t = x / (2 + x);
    float u = t * t;
    float v = u * u;
    float p = L2 + L3 * u + L4 * v;
    p = L0 + L1 * u + p * v;
    // 2t is x − tx.
    return x - t * (x - p * u);
  }

  /** 1 / (1 + e⁻ˣ), to 2 ulps. */
  public static float sigmoid(float x) {
    float small = exp(-Math.abs(x));
    return (x < 0 ? small : 1) / (1 + small);
  }

  /** tanh x, to 3 ulps. */
  public static float tanh(float x) {
    float y = -2 * Math.abs(x);
    y = y < TANH_END ? TANH_END : y;
    float shifted = y * LOG2_E + ROUND;
    float power = power(shifted);
    float e = power * reducedExpm1(y, shifted - ROUND) + (power - 1);
    float size = -e / (2 + e);
    return x < 0 ? -size : size;
  }
}
