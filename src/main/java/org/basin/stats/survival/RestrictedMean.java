package org.basin.stats.survival;

import org.basin.stats.Estimate;

/**
 * The mean number of steps before the hit, of those up to a horizon: μ = ∫₀ʰ S(t) dt = E min(T, h),
 * with the variance Σ A(t)² d/(n(n − d)) over the times t ≤ h, A(t) = ∫ₜʰ S. Irwin (1949), J. Hyg.
 * 47:188; Klein &amp; Moeschberger (2003), Survival Analysis, §4.5. A time at which every trial
 * left hits adds nothing, as in R's {@code survfit}: S is 0 from there on, and so is A.
 *
 * @param value μ, in steps; NaN for an empty sample
 * @param error its standard error, in steps; 0 if no trial hits before the horizon
 * @param horizon h, in steps
 * @param count the number of trials
 */
public record RestrictedMean(double value, double error, double horizon, long count) {

  /** The method of the interval. */
  public static final String METHOD = "greenwood-logit";

  /**
   * Restricts the mean of {@code curve}.
   *
   * @param horizon ≥ 0; beyond the last time of the sample, S stays as it is there
   */
  public static RestrictedMean of(KaplanMeier curve, double horizon) {
    LifeTable table = curve.table();
    if (table.size() == 0 || Double.isNaN(horizon)) {
      return new RestrictedMean(Double.NaN, Double.NaN, horizon, table.count());
    }
    double variance = 0;
    double area = 0;
    double end = horizon;
    for (int i = table.size() - 1; i >= 0; i--) {
      double time = table.times()[i];
      if (time > horizon) {
        continue;
      }
      area += curve.survival()[i] * (end - time);
      end = time;
      int atRisk = table.atRisk()[i];
      int hits = table.events(Status.HIT, i);
      if (hits < atRisk) {
        variance += area * area * hits / ((double) atRisk * (atRisk - hits));
      }
    }
    return new RestrictedMean(end + area, Math.sqrt(variance), horizon, table.count());
  }

  /**
   * The mean with an interval that is symmetric in ln(μ / (h − μ)), because 0 &lt; μ &lt; h. Its
   * ends are NaN if the standard error is 0: no trial hit before the horizon, or all did at once.
   *
   * @param level the nominal coverage, between 0 and 1
   */
  public Estimate estimate(double level) {
    double z = LogLog.deviations(level);
    if (!(error > 0)) {
      return new Estimate(value, Double.NaN, Double.NaN, level, METHOD, count);
    }
    double odds = value / (horizon - value);
    double deviation = z * error * horizon / (value * (horizon - value));
    return new Estimate(
        value,
        horizon / (1 + Math.exp(deviation) / odds),
        horizon / (1 + Math.exp(-deviation) / odds),
        level,
        METHOD,
        count);
  }
}
