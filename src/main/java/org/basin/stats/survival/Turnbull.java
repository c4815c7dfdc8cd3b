package org.basin.stats.survival;

import org.basin.stats.Estimate;

/**
 * The nonparametric maximum-likelihood estimate of a hitting time's distribution from steps that
 * are known to lie between two others: Turnbull (1976), JRSS B 38:290. A hit lies in low ≤ step ≤
 * time; a trial that has not hit by its last step s has its own in [s + 1, ∞), whatever ended it.
 * Where in an innermost interval its mass lies, the sample does not say.
 *
 * <p>It is found by steps of expectation and maximisation in turn with iterative convex minorants:
 * Wellner &amp; Zhan (1997), JASA 92:945. It ends when the conditions of Karush, Kuhn and Tucker
 * hold, of which {@code gap} measures the violation: Gentleman &amp; Geyer (1994), Biometrika
 * 81:618.
 *
 * @param low the first step of each innermost interval, ascending
 * @param high the last step of each; ∞ in the last if trials have not hit
 * @param mass the probability in each
 * @param gap by how much at most the mean log-likelihood falls short of its max
 * @param earliest Kaplan and Meier's estimate with every hit at its low
 * @param latest the same with every hit at its time
 */
// Arrays for speed; no code compares two records.
@SuppressWarnings("ArrayRecordComponent")
public record Turnbull(
    double[] low,
    double[] high,
    double[] mass,
    double gap,
    KaplanMeier earliest,
    KaplanMeier latest) {

  /** The method of the quantiles. */
  public static final String METHOD = "turnbull, brookmeyer-crowley-log-log over the brackets";

  /** Estimates the distribution from a sample of whole steps. */
  public static Turnbull of(EventTimes sample) {
    int n = sample.count();
    double[] lows = new double[n];
    double[] highs = new double[n];
    for (int i = 0; i < n; i++) {
      boolean hit = sample.statuses()[i] == Status.HIT;
      lows[i] = hit ? sample.lows()[i] : sample.times()[i] + 1;
      highs[i] = hit ? sample.times()[i] : Double.POSITIVE_INFINITY;
    }
    InnermostIntervals innermost = InnermostIntervals.of(lows, highs);
    IntervalFit fit = IntervalFit.of(new IntervalLikelihood(innermost, lows, highs), innermost);
    return new Turnbull(
        innermost.low(),
        innermost.high(),
        fit.mass(),
        fit.gap(),
        KaplanMeier.of(LifeTable.of(sample.earliest())),
        KaplanMeier.of(LifeTable.of(sample)));
  }

  /**
   * The {@code p}-quantile: the middle of the first innermost interval by whose end the probability
   * is at least p, as R's {@code survfit} places it. Its interval reaches from the lower limit of
   * {@link KaplanMeier#quantile} with every hit as early as it may have been, to the upper limit
   * with every hit as late: it holds every interval that steps watched one by one could give but
   * for small differences of the variance, so its coverage is at least about nominal. Where every
   * trial may have hit at once, the low end is that step.
   *
   * @param p between 0 and 1, both excluded
   * @param level the nominal coverage, between 0 and 1
   * @return its value is NaN if too few trials hit
   */
  public Estimate quantile(double p, double level) {
    double[] sums = new double[mass.length];
    double sum = 0;
    for (int j = 0; j < mass.length; j++) {
      sum += mass[j];
      sums[j] = sum;
    }
    int at = CurveQuantile.first(sums, p);
    double middle = at < 0 ? Double.NaN : (low[at] + high[at]) / 2;
    Estimate early = earliest.quantile(p, level);
    return new Estimate(
        Double.isInfinite(middle) ? Double.NaN : middle,
        isAtOnce() ? early.value() : early.low(),
        latest.quantile(p, level).high(),
        level,
        METHOD,
        latest.table().count());
  }

  /** Whether every trial may have hit at the same step: then the curve has no limits. */
  private boolean isAtOnce() {
    int first = earliest.table().first(Status.HIT);
    return first >= 0 && earliest.survival()[first] == 0;
  }
}
