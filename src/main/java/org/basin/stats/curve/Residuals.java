package org.basin.stats.curve;

import org.hipparchus.distribution.continuous.NormalDistribution;

/** What the residuals of one curve's fit say of the fit. They are in the order of the steps. */
final class Residuals {

  private Residuals() {}

  /**
   * The probability that independent residuals of these signs show as few runs of one sign: the
   * test of Wald &amp; Wolfowitz (1940), Ann. Math. Stat. 11:147, by its normal approximation.
   * Residuals of 0 do not count.
   *
   * @return 1 if all residuals have one sign
   */
  static double runs(double[] residuals) {
    double positive = 0;
    double negative = 0;
    double runs = 0;
    double last = 0;
    for (double residual : residuals) {
      double sign = Math.signum(residual);
      if (sign != 0) {
        positive += sign > 0 ? 1 : 0;
        negative += sign < 0 ? 1 : 0;
        runs += sign == last ? 0 : 1;
        last = sign;
      }
    }
    double n = positive + negative;
    if (positive == 0 || negative == 0 || n < 3) {
      return 1;
    }
    double mean = 2 * positive * negative / n + 1;
    double variance = (mean - 1) * (mean - 2) / (n - 1);
    if (!(variance > 0)) {
      return 1;
    }
    return new NormalDistribution().cumulativeProbability((runs - mean) / Math.sqrt(variance));
  }

  /**
   * The first autocorrelation ρ of the errors, at least 0. The residuals' own, r = Σ e_i e_(i−1) /
   * Σ e_i², is too small, because k smooth regressors take the slowest errors away: its mean is
   * about ρ − (k + (k + 3) ρ)/n (Kendall 1954, Biometrika 41:403, for k = 1), which is undone here.
   *
   * @param parameters the number k of parameters
   * @return 0 if all residuals are 0; at most 1 − 2/n
   */
  static double autocorrelation(double[] residuals, int parameters) {
    int n = residuals.length;
    double products = 0;
    double squares = residuals[0] * residuals[0];
    for (int i = 1; i < n; i++) {
      products += residuals[i] * residuals[i - 1];
      squares += residuals[i] * residuals[i];
    }
    if (squares == 0 || n <= parameters + 3) {
      return 0;
    }
    double corrected =
        (products / squares + (double) parameters / n) / (1 - (parameters + 3.0) / n);
    return Math.min(Math.max(corrected, 0), 1 - 2.0 / n);
  }
}
