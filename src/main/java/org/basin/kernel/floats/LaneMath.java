package org.basin.kernel.floats;

/**
 * Basin's own elementary functions, which give the same bits on every JVM and in {@code
 * vector.VectorMath}, which computes many at once. They consist of sums, products, fused
 * multiply-adds and shifts in a fixed order. Their max errors, in units in the last place (ulps),
 * are tested; {@code lane_math.py} computes the coefficients. Each precision has its own class,
 * because polynomials and the bits of a number differ.
 *
 * <p>Where a function of e⁻²ᵗ takes a quotient anyway, e⁻²ᵗ = 2⁻ᵏ(A − B) / (A + B) costs no second
 * one: k is the whole number nearest to t / (ln(2) / 2), h the remainder, and B / A = tanh h.
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

  /** For a larger x, tanh x rounds to 1 and e⁻²ˣ − 1 to −1. */
  public static final float TANH_END = 10;

  /** The least t for which k = 127, so that e⁻²ᵗ becomes 0. */
  public static final float HALF_EXP_END = 44.014847f;

  /** For a larger x, exp(−x²/2) becomes 0 in the same way. */
  public static final float BELL_END = 13.2688f;

  /** 2 / ln 2. */
  public static final float TWO_LOG2_E = 2.88539f;

  /** ln(2) / 2. */
  public static final float HALF_LN2 = 0.3465736f;

  /** The rest of ln(2) / 2. */
  public static final float HALF_LN2_LOW = -9.523271e-10f;

  /** Adding and subtracting it leaves a number with so few bits that its square is exact. */
  public static final float SPLIT = 0x1.8p15f;

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

  // tanh(h) / h in h², |h| ≤ ln(2) / 4, as the quotient (1 + B1 h²) / (1 + A1 h²).
  public static final float A1 = 0.3999428f;
  public static final float B1 = 0.066609524f;

  // exp(u²/2) Φ(−u), 0 ≤ u ≤ BELL_END, as the quotient (P0 + P1 u + …) / (1 + Q1 u + …).
  public static final float P0 = 0.5f;
  public static final float P1 = 0.43475747f;
  public static final float P2 = 0.18057676f;
  public static final float P3 = 0.03972606f;
  public static final float P4 = 0.003978534f;
  public static final float Q1 = 1.6673998f;
  public static final float Q2 = 1.1915427f;
  public static final float Q3 = 0.46244317f;
  public static final float Q4 = 0.09958598f;
  public static final float Q5 = 0.00997256f;

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

  /** ln(1 + x) for 0 ≤ x ≤ 1, with an error of at most 1.5 ulps. */
  public static float log1p(float x) {
    float t = x / (2 + x);
    // Here 2t = x − tx.
    return x - t * (x - artanhRest(t * t));
  }

  /** (2 artanh t − 2t) / t for t² = {@code u}. */
  private static float artanhRest(float u) {
    float v = u * u;
    float p = L2 + L3 * u + L4 * v;
    p = L0 + L1 * u + p * v;
    return p * u;
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

  /** k as {@link #ROUND} − k, with an error that only makes the remainder a little larger. */
  private static float shifted(float t) {
    return Math.fma(t, -TWO_LOG2_E, ROUND);
  }

  /** 2⁻ᵏ for 0 ≤ k &lt; 127, from {@link #ROUND} − k; 0 for k = 127. */
  private static float power(float shifted) {
    return Float.intBitsToFloat((Float.floatToRawIntBits(shifted) + BIAS) << FRACTION_BITS);
  }

  /** A of h² = {@code s}. */
  private static float even(float s) {
    return Math.fma(s, A1, 1);
  }

  /** B of h and h² = {@code s}. */
  private static float odd(float h, float s) {
    return Math.fma(h * s, B1, h);
  }

  /** 1 / (1 + e⁻ˣ), with an error of at most 3 ulps; 0 if it is below 2⁻¹²⁶. */
  public static float sigmoid(float x) {
    float t = Math.abs(x) / 2;
    t = t > HALF_EXP_END ? HALF_EXP_END : t;
    float shifted = shifted(t);
    float h = Math.fma(shifted - ROUND, HALF_LN2, t);
    h = Math.fma(shifted - ROUND, HALF_LN2_LOW, h);
    float a = even(h * h);
    float b = odd(h, h * h);
    float small = power(shifted) * (a - b);
    return (x < 0 ? small : a + b) / (a + b + small);
  }

  /**
   * ln(1 + eˣ), with an error of at most 4 ulps.
   *
   * @param sigmoid that of {@code x}
   */
  public static float softplus(float x, float sigmoid) {
    // ln(1 + e⁻|ˣ|) = 2 artanh t; here 2t = q + tq.
    float q = x < 0 ? sigmoid : 1 - sigmoid;
    float t = q / (2 - q);
    float log = q + t * (q + artanhRest(t * t));
    return x <= 0 ? log : x + log;
  }

  /** e⁻|ˣ| − 1, with an error of at most 3.5 ulps. */
  public static float expm1OfMinusAbs(float x) {
    float t = Math.abs(x) / 2;
    t = t > TANH_END ? TANH_END : t;
    float shifted = shifted(t);
    float h = Math.fma(shifted - ROUND, HALF_LN2, t);
    float power = power(shifted);
    float a = even(h * h);
    float b = odd(h, h * h);
    return Math.fma(power - 1, a, -(power + 1) * b) / (a + b);
  }

  /** tanh x, with an error of at most 3 ulps. */
  public static float tanh(float x) {
    float t = Math.abs(x);
    t = t > TANH_END ? TANH_END : t;
    float shifted = shifted(t);
    float h = Math.fma(shifted - ROUND, HALF_LN2, t);
    float power = power(shifted);
    float a = even(h * h);
    float b = odd(h, h * h);
    float less = 1 - power;
    float more = 1 + power;
    float size = Math.fma(less, a, more * b) / Math.fma(more, a, less * b);
    return Math.copySign(size, x);
  }

  /** exp(−x²/2), with an error of at most 2 ulps; 0 if it is below 2⁻¹²⁶. */
  public static float bell(float x) {
    float u = Math.abs(x);
    u = u > BELL_END ? BELL_END : u;
    float high = u + SPLIT - SPLIT;
    float t = high * high / 4;
    float rest = (u - high) * (u + high) / 4;
    float shifted = shifted(t);
    float h = Math.fma(shifted - ROUND, HALF_LN2, t);
    h += Math.fma(shifted - ROUND, HALF_LN2_LOW, rest);
    float a = even(h * h);
    float b = odd(h, h * h);
    return power(shifted) * (a - b) / (a + b);
  }

  /**
   * The standard normal distribution function, with an error of at most 7 ulps.
   *
   * @param bell that of {@code x}
   */
  public static float normal(float x, float bell) {
    float u = Math.abs(x);
    u = u > BELL_END ? BELL_END : u;
    float p = Math.fma(P4, u, P3);
    p = Math.fma(p, u, P2);
    p = Math.fma(p, u, P1);
    p = Math.fma(p, u, P0);
    float q = Math.fma(Q5, u, Q4);
    q = Math.fma(q, u, Q3);
    q = Math.fma(q, u, Q2);
    q = Math.fma(q, u, Q1);
    q = Math.fma(q, u, 1);
    float tail = bell * p / q;
    return x < 0 ? tail : 1 - tail;
  }
}
