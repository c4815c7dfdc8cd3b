package org.basin.stats.curve;

import java.util.Arrays;

/**
 * The criterion by which laws of one curve are compared: QAICc = (n/ĉ) ln(S/n) + 2K + 2K(K + 1)/(n
 * − K − 1), where K counts a law's parameters and the variance (Hurvich &amp; Tsai 1989, Biometrika
 * 76:297; ĉ as in Burnham &amp; Anderson 2002, section 2.5). The errors of one curve resemble their
 * neighbours, so that n observations say as much as n/ĉ: ĉ = (1 + ρ)/(1 − ρ), with ρ of the fit
 * that leaves the least. It is 1, and this is AICc, for independent errors.
 *
 * @param n the number of observations
 * @param inflation ĉ ≥ 1
 * @param rounding the standard deviation below which residuals are the rounding of doubles; laws
 *     that leave less are equal
 */
record Criterion(int n, double inflation, double rounding) {

  private static final double ROUNDING = 0x1p-44;

  /** The criterion for the logarithm {@code z} of a curve. */
  static Criterion of(double[] z, double autocorrelation) {
    double greatest = Arrays.stream(z).map(Math::abs).max().orElse(1);
    return new Criterion(
        z.length, (1 + autocorrelation) / (1 - autocorrelation), ROUNDING * Math.max(1, greatest));
  }

  /** The criterion of a law that leaves a sum of squared residuals. */
  double of(double squares, int parameters) {
    double k = parameters + 1.0;
    return n / inflation * Math.log(Math.max(squares / n, rounding * rounding))
        + 2 * k
        + 2 * k * (k + 1) / (n - k - 1);
  }
}
