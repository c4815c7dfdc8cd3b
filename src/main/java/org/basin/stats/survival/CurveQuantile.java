package org.basin.stats.survival;

/** Where step curves reach a level. */
final class CurveQuantile {

  /** The tolerance in comparing probabilities, as in R's {@code quantile.survfit}. */
  private static final double TOLERANCE = Math.sqrt(Math.ulp(1.0));

  private CurveQuantile() {}

  /**
   * The first time at which a falling curve is at most {@code level}, or the middle of the times on
   * which it equals {@code level}: the rule of R's {@code quantile.survfit}.
   *
   * @return NaN if the curve never falls so far
   */
  static double middle(double[] times, double[] falling, double level) {
    for (int i = 0; i < falling.length; i++) {
      if (falling[i] <= level + TOLERANCE) {
        if (falling[i] < level - TOLERANCE) {
          return times[i];
        }
        int end = i;
        while (end < falling.length - 1 && !(falling[end] < level - TOLERANCE)) {
          end++;
        }
        return (times[i] + times[end]) / 2;
      }
    }
    return Double.NaN;
  }

  /**
   * The index of the first time at which a rising curve is at least {@code level}.
   *
   * @return −1 if the curve never rises so far
   */
  static int first(double[] rising, double level) {
    for (int i = 0; i < rising.length; i++) {
      if (rising[i] >= level - TOLERANCE) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The lower end of the {@code p}-quantile's interval. A curve's limits are exact before the first
   * hit, as if the sample were without end; but of n trials, none hits before the quantile with
   * probability (1 − p)ⁿ. Where that is more than 1 − level, the first hit is no lower end.
   *
   * @param low the end by the limits of the curve
   * @param first the time of the first hit
   * @param trials how many trials had not been censored by then
   * @return {@code low}, or NaN where the sample does not bound the quantile from below
   */
  static double low(double low, double first, double trials, double p, double level) {
    return low <= first && Math.pow(1 - p, trials) > 1 - level ? Double.NaN : low;
  }
}
