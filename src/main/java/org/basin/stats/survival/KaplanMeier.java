package org.basin.stats.survival;

import java.util.Arrays;
import org.basin.stats.Estimate;
import org.basin.stats.location.Fractions;

/**
 * The product-limit estimate of a hitting time's distribution: Kaplan &amp; Meier (1958), JASA
 * 53:457. S(t) = Π (1 − d/n) over the times up to t, with d hits among n trials at risk: the
 * probability that a trial has not hit by step t, if nothing else could end it. So competing events
 * count as censorings here; {@link CumulativeIncidence} counts them as what they are. At equal
 * times, hits come first.
 *
 * @param table the sample, counted
 * @param survival S just after each time of the table
 * @param variances Greenwood's Σ d/(n(n − d)) up to each time, the variance of ln S; ∞ once S = 0
 */
// Arrays for speed; no code compares two records.
@SuppressWarnings("ArrayRecordComponent")
public record KaplanMeier(LifeTable table, double[] survival, double[] variances) {

  /** The method of the quantiles' intervals. */
  public static final String METHOD = "brookmeyer-crowley-log-log";

  /**
   * Estimates the distribution from a sample of times.
   *
   * @param times the step at which each trial hit or was censored; finite and ≥ 0
   * @param censored whether each trial was censored, in the order of {@code times}
   * @throws IllegalArgumentException if the arrays differ in length, or a time is not allowed
   */
  public static KaplanMeier of(double[] times, boolean[] censored) {
    Status[] statuses = new Status[censored.length];
    for (int i = 0; i < censored.length; i++) {
      statuses[i] = censored[i] ? Status.CENSORED : Status.HIT;
    }
    return of(LifeTable.of(EventTimes.of(times, statuses)));
  }

  /** Estimates the distribution from a counted sample. */
  public static KaplanMeier of(LifeTable table) {
    double[] survival = new double[table.size()];
    double[] variances = new double[table.size()];
    double alive = 1;
    double variance = 0;
    for (int i = 0; i < table.size(); i++) {
      int atRisk = table.atRisk()[i];
      int hits = table.events(Status.HIT, i);
      alive *= (double) (atRisk - hits) / atRisk;
      // 0/0 is impossible: at least one trial is at risk, so hits = atRisk divides by 0 only above.
      variance += hits / ((double) atRisk * (atRisk - hits));
      survival[i] = alive;
      variances[i] = variance;
    }
    return new KaplanMeier(table, survival, variances);
  }

  public double[] times() {
    return table.times();
  }

  /** The fraction of trials that hit before their watching ended, with Wilson's interval. */
  public Estimate hitFraction(double level) {
    return Fractions.wilson(table.total(Status.HIT), table.count(), level);
  }

  /** The median hitting time: {@link #quantile} at ½. */
  public Estimate median(double level) {
    return quantile(0.5, level);
  }

  /**
   * The {@code p}-quantile of the hitting time: the first time with S ≤ 1 − p, or the middle of the
   * times on which S is exactly 1 − p. Its confidence interval is that of Brookmeyer &amp; Crowley
   * (1982), Biometrics 38:29, from {@link #lower} and {@link #upper}.
   *
   * <p>The value and the upper end are those of R's {@code quantile(survfit(…, conf.type =
   * "log-log"))}. So is the lower end, unless it is at the first hit and (1 − p)ⁿ &gt; 1 − level, n
   * trials being at risk there: then it is NaN on purpose, because the quantile comes before the
   * first of n hits with probability (1 − p)ⁿ, and R's end, the first hit, would lie above it so
   * often.
   *
   * @param p between 0 and 1, both excluded
   * @param level the nominal coverage, between 0 and 1
   * @return its value is NaN if S never falls so far, and an end is NaN if the limit for it never
   *     does, or, for the lower end, as said above
   */
  public Estimate quantile(double p, double level) {
    double value = CurveQuantile.middle(times(), survival, 1 - p);
    int first = table.first(Status.HIT);
    double low =
        first < 0
            ? Double.NaN
            : CurveQuantile.low(
                CurveQuantile.middle(times(), lower(level), 1 - p),
                times()[first],
                table.atRisk()[first],
                p,
                level);
    double high = CurveQuantile.middle(times(), upper(level), 1 - p);
    return new Estimate(value, low, high, level, METHOD, table.count());
  }

  /**
   * The lower confidence limit of S just after each time, from Greenwood's variance on the scale
   * ln(−ln S): NaN where S is 1 or 0. Limits hold at each time by itself.
   */
  public double[] lower(double level) {
    return limits(LogLog.deviations(level));
  }

  /** The upper confidence limit; see {@link #lower}. */
  public double[] upper(double level) {
    return limits(-LogLog.deviations(level));
  }

  private double[] limits(double z) {
    double[] limits = new double[survival.length];
    Arrays.setAll(limits, i -> LogLog.below(survival[i], Math.sqrt(variances[i]), z));
    return limits;
  }

  /** The mean of min(time, horizon) with the last time of the sample as the horizon. */
  public RestrictedMean restrictedMean() {
    return RestrictedMean.of(this, table.size() == 0 ? Double.NaN : times()[table.size() - 1]);
  }
}
