package org.basin.stats.curve;

/**
 * The criterion by which laws of one curve are compared: AICc = −2 ln L + 2K + 2K(K + 1)/(n − K −
 * 1) (Hurvich &amp; Tsai 1989, Biometrika 76:297). L is the likelihood of the residuals e₁ … e_n as
 * an autoregressive process of first order, because neighbours resemble each other: −2 ln L = n
 * ln(W/n) − ln(1 − ρ²), W = (1 − ρ²) e₁² + Σ (e_i − ρ e_(i−1))², at the ρ ≥ 0 that makes it least
 * (Box, Jenkins &amp; Reinsel 2008, eq. A7.4.12). K counts a law's parameters, the variance and ρ.
 *
 * @param rounding the standard deviation below which residuals are the rounding of doubles; laws
 *     that leave less are equal
 */
record Criterion(double rounding) {

  private static final double ROUNDING = 0x1p-44;

  /** The values of ρ that are tried: tanh of 0, 1/16, 2/16 …, up to 1 − 2·10⁻⁷. */
  private static final int GRID = 129;

  /**
   * The criterion for the logarithm of a curve.
   *
   * @param greatest the greatest |ln y|
   */
  static Criterion of(double greatest) {
    return new Criterion(ROUNDING * Math.max(1, greatest));
  }

  /** The criterion of a law with so many parameters that leaves these residuals. */
  double of(double[] residuals, int parameters) {
    int n = residuals.length;
    double k = parameters + 2.0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < GRID; i++) {
      least = Math.min(least, likelihood(residuals, Math.tanh(i / 16.0)));
    }
    return least + 2 * k + 2 * k * (k + 1) / (n - k - 1);
  }

  /** −2 ln L but for a constant. */
  private double likelihood(double[] residuals, double rho) {
    int n = residuals.length;
    double rest = 1 - rho * rho;
    double squares = rest * residuals[0] * residuals[0];
    for (int i = 1; i < n; i++) {
      double innovation = residuals[i] - rho * residuals[i - 1];
      squares += innovation * innovation;
    }
    double variance = squares / n;
    return variance > rounding * rounding
        ? n * Math.log(variance) - Math.log(rest)
        : n * Math.log(rounding * rounding);
  }
}
