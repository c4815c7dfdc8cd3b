package org.basin.kernel.doubles;

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

  /** For a larger x, tanh x rounds to 1 and e⁻²ˣ − 1 to −1. */
  public static final double TANH_END = 20;

  /** The least t for which k = 1023, so that e⁻²ᵗ becomes 0. */
  public static final double HALF_EXP_END = 354.544782856412;

  /** For a larger x, exp(−x²/2) becomes 0 in the same way. */
  public static final double BELL_END = 37.6587;

  /** 2 / ln 2. */
  public static final double TWO_LOG2_E = 2.8853900817779268;

  /** ln(2) / 2. */
  public static final double HALF_LN2 = 0.34657359027997264;

  /** The rest of ln(2) / 2. */
  public static final double HALF_LN2_LOW = 1.1595234069231498e-17;

  /** Adding and subtracting it leaves a number with so few bits that its square is exact. */
  public static final double SPLIT = 0x1.8p32;

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

  // tanh(h) / h in h², |h| ≤ ln(2) / 4, as the quotient (1 + B1 h² + …) / (1 + A1 h² + …).
  public static final double A1 = 0.44443481412014507;
  public static final double A2 = 0.01586916408811706;
  public static final double B1 = 0.11110148078681238;
  public static final double B2 = 0.0010575593807133554;

  // exp(u²/2) Φ(−u), 0 ≤ u ≤ BELL_END, as the quotient (P0 + P1 u + …) / (1 + Q1 u + …).
  public static final double P0 = 0.5;
  public static final double P1 = 0.8254221130580865;
  public static final double P2 = 0.6756507316363952;
  public static final double P3 = 0.3542530393524086;
  public static final double P4 = 0.1305114681138557;
  public static final double P5 = 0.03513905108997411;
  public static final double P6 = 0.006992188496481602;
  public static final double P7 = 0.001016527050570545;
  public static final double P8 = 0.00010371168083985078;
  public static final double P9 = 6.751143746236734e-06;
  public static final double P10 = 2.1545069925836695e-07;
  public static final double Q1 = 2.4487287869190384;
  public static final double Q2 = 2.805104355949018;
  public static final double Q3 = 1.9882526625655568;
  public static final double Q4 = 0.9711344915811;
  public static final double Q5 = 0.34415601290122416;
  public static final double Q6 = 0.09059474955984426;
  public static final double Q7 = 0.01778570389874119;
  public static final double Q8 = 0.0025649780549175344;
  public static final double Q9 = 0.0002605066864136311;
  public static final double Q10 = 1.692260780044951e-05;
  public static final double Q11 = 5.400548145498939e-07;

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

  /** ln(1 + x) for 0 ≤ x ≤ 1, with an error of at most 1.5 ulps. */
  public static double log1p(double x) {
    double t = x / (2 + x);
    // Here 2t = x − tx.
    return x - t * (x - artanhRest(t * t));
  }

  /** (2 artanh t − 2t) / t for t² = {@code u}. */
  private static double artanhRest(double u) {
    double v = u * u;
    double p = L6 + L7 * u + (L8 + L9 * u) * v;
    p = L4 + L5 * u + p * v;
    p = L2 + L3 * u + p * v;
    p = L0 + L1 * u + p * v;
    return p * u;
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

  /** k as {@link #ROUND} − k, with an error that only makes the remainder a little larger. */
  private static double shifted(double t) {
    return Math.fma(t, -TWO_LOG2_E, ROUND);
  }

  /** 2⁻ᵏ for 0 ≤ k &lt; 1023, from {@link #ROUND} − k; 0 for k = 1023. */
  private static double power(double shifted) {
    return Double.longBitsToDouble((Double.doubleToRawLongBits(shifted) + BIAS) << FRACTION_BITS);
  }

  /** A of h² = {@code s}. */
  private static double even(double s) {
    return Math.fma(Math.fma(s, A2, A1), s, 1);
  }

  /** B of h and h² = {@code s}. */
  private static double odd(double h, double s) {
    return Math.fma(h * s, Math.fma(s, B2, B1), h);
  }

  /** 1 / (1 + e⁻ˣ), with an error of at most 3 ulps; 0 if it is below 2⁻¹⁰²². */
  public static double sigmoid(double x) {
    double t = Math.abs(x) / 2;
    t = t > HALF_EXP_END ? HALF_EXP_END : t;
    double shifted = shifted(t);
    double h = Math.fma(shifted - ROUND, HALF_LN2, t);
    h = Math.fma(shifted - ROUND, HALF_LN2_LOW, h);
    double a = even(h * h);
    double b = odd(h, h * h);
    double small = power(shifted) * (a - b);
    return (x < 0 ? small : a + b) / (a + b + small);
  }

  /**
   * ln(1 + eˣ), with an error of at most 4 ulps.
   *
   * @param sigmoid that of {@code x}
   */
  public static double softplus(double x, double sigmoid) {
    // ln(1 + e⁻|ˣ|) = 2 artanh t; here 2t = q + tq.
    double q = x < 0 ? sigmoid : 1 - sigmoid;
    double t = q / (2 - q);
    double log = q + t * (q + artanhRest(t * t));
    return x <= 0 ? log : x + log;
  }

  /** e⁻|ˣ| − 1, with an error of at most 3.5 ulps. */
  public static double expm1OfMinusAbs(double x) {
    double t = Math.abs(x) / 2;
    t = t > TANH_END ? TANH_END : t;
    double shifted = shifted(t);
    double h = Math.fma(shifted - ROUND, HALF_LN2, t);
    double power = power(shifted);
    double a = even(h * h);
    double b = odd(h, h * h);
    return Math.fma(power - 1, a, -(power + 1) * b) / (a + b);
  }

  /** tanh x, with an error of at most 3 ulps. */
  public static double tanh(double x) {
    double t = Math.abs(x);
    t = t > TANH_END ? TANH_END : t;
    double shifted = shifted(t);
    double h = Math.fma(shifted - ROUND, HALF_LN2, t);
    double power = power(shifted);
    double a = even(h * h);
    double b = odd(h, h * h);
    double less = 1 - power;
    double more = 1 + power;
    double size = Math.fma(less, a, more * b) / Math.fma(more, a, less * b);
    return Math.copySign(size, x);
  }

  /** exp(−x²/2), with an error of at most 2 ulps; 0 if it is below 2⁻¹⁰²². */
  public static double bell(double x) {
    double u = Math.abs(x);
    u = u > BELL_END ? BELL_END : u;
    double high = u + SPLIT - SPLIT;
    double t = high * high / 4;
    double rest = (u - high) * (u + high) / 4;
    double shifted = shifted(t);
    double h = Math.fma(shifted - ROUND, HALF_LN2, t);
    h += Math.fma(shifted - ROUND, HALF_LN2_LOW, rest);
    double a = even(h * h);
    double b = odd(h, h * h);
    return power(shifted) * (a - b) / (a + b);
  }

  /**
   * The standard normal distribution function, with an error of at most 7 ulps.
   *
   * @param bell that of {@code x}
   */
  public static double normal(double x, double bell) {
    double u = Math.abs(x);
    u = u > BELL_END ? BELL_END : u;
    double p = Math.fma(P10, u, P9);
    p = Math.fma(p, u, P8);
    p = Math.fma(p, u, P7);
    p = Math.fma(p, u, P6);
    p = Math.fma(p, u, P5);
    p = Math.fma(p, u, P4);
    p = Math.fma(p, u, P3);
    p = Math.fma(p, u, P2);
    p = Math.fma(p, u, P1);
    p = Math.fma(p, u, P0);
    double q = Math.fma(Q11, u, Q10);
    q = Math.fma(q, u, Q9);
    q = Math.fma(q, u, Q8);
    q = Math.fma(q, u, Q7);
    q = Math.fma(q, u, Q6);
    q = Math.fma(q, u, Q5);
    q = Math.fma(q, u, Q4);
    q = Math.fma(q, u, Q3);
    q = Math.fma(q, u, Q2);
    q = Math.fma(q, u, Q1);
    q = Math.fma(q, u, 1);
    double tail = bell * p / q;
    return x < 0 ? tail : 1 - tail;
  }
}
