package org.basin.stats.survival;

import java.util.Arrays;
import org.basin.stats.Estimate;

/**
 * The probability that a trial has ended with one status by step t, when other events compete: the
 * estimate of Aalen &amp; Johansen (1978), Scand. J. Statist. 5:141. F(t) = Σ S(t−) d/n, with d
 * events of the status among n trials at risk, and S the product-limit curve of all events
 * together. Unlike 1 − S of {@link KaplanMeier}, it never exceeds the part of trials that can still
 * end so; without competing events it equals 1 − S.
 *
 * <p>The variance is Greenwood's for Aalen and Johansen's estimate: Andersen, Borgan, Gill &amp;
 * Keiding (1993), Statistical Models Based on Counting Processes, eq. (4.4.20). It equals the
 * infinitesimal jackknife of R's {@code survfit} to rounding, because the increments of the hazards
 * are uncorrelated between times.
 *
 * @param table the sample, counted
 * @param incidence F just after each time of the table
 * @param variances the variance of F at each time
 */
// Arrays for speed; no code compares two records.
@SuppressWarnings("ArrayRecordComponent")
public record CumulativeIncidence(LifeTable table, double[] incidence, double[] variances) {

  /** The method of limits of F: estimate, variance and scale. */
  public static final String METHOD = "aalen-johansen-greenwood-log-log";

  /**
   * Estimates the incidence of {@code status}.
   *
   * @param status not {@link Status#CENSORED}
   * @throws IllegalArgumentException if {@code status} is {@link Status#CENSORED}
   */
  public static CumulativeIncidence of(LifeTable table, Status status) {
    if (status == Status.CENSORED) {
      throw new IllegalArgumentException("censoring is no event");
    }
    double[] incidence = new double[table.size()];
    double[] variances = new double[table.size()];
    double alive = 1;
    double ended = 0;
    double varianceAlive = 0;
    double varianceEnded = 0;
    double covariance = 0;
    long others = 0;
    for (int i = 0; i < table.size(); i++) {
      double n = table.atRisk()[i];
      double all = table.moves(i);
      double ours = table.events(status, i);
      double scale = alive * alive / (n * n * n);
      varianceEnded +=
          ours / n * (2 * covariance + ours / n * varianceAlive) + scale * ours * (n - ours);
      covariance =
          (n - all) / n * (covariance + ours / n * varianceAlive) - scale * ours * (n - all);
      varianceAlive = (n - all) / n * ((n - all) / n) * varianceAlive + scale * all * (n - all);
      others += table.moves(i) - table.events(status, i);
      double before = alive;
      alive *= (n - all) / n;
      // While nothing has competed, exactly what Kaplan and Meier's estimate leaves.
      ended = others == 0 ? 1 - alive : ended + before * ours / n;
      incidence[i] = ended;
      // Rounding must not leave a variance below 0.
      variances[i] = Math.max(varianceEnded, 0);
    }
    return new CumulativeIncidence(table, incidence, variances);
  }

  /**
   * The lower confidence limit of F just after each time, from the variance on the scale ln(−ln(1 −
   * F)), on which it equals that of {@link KaplanMeier} if nothing competes: NaN where F is 0 or 1.
   * Limits hold at each time by itself.
   */
  public double[] lower(double level) {
    return limits(-LogLog.deviations(level));
  }

  /** The upper confidence limit; see {@link #lower}. */
  public double[] upper(double level) {
    return limits(LogLog.deviations(level));
  }

  private double[] limits(double z) {
    double[] limits = new double[incidence.length];
    Arrays.setAll(limits, i -> limit(i, z));
    return limits;
  }

  private double limit(int i, double z) {
    double free = 1 - incidence[i];
    return 1 - LogLog.below(free, Math.sqrt(variances[i]) / free, z);
  }

  /**
   * F at the end of the sample, with its limits.
   *
   * @param level the nominal coverage, between 0 and 1
   * @return NaN for an empty sample; the ends are NaN where all or no trials ended so
   */
  public Estimate end(double level) {
    double z = LogLog.deviations(level);
    int last = table.size() - 1;
    return new Estimate(
        last < 0 ? Double.NaN : incidence[last],
        last < 0 ? Double.NaN : limit(last, -z),
        last < 0 ? Double.NaN : limit(last, z),
        level,
        METHOD,
        table.count());
  }

  /**
   * The first time with F ≥ p. Its interval reaches from the first time at which the upper limit of
   * F is at least p to the first at which the lower limit is. Its lower end is left open if too few
   * trials were watched to exclude that the quantile comes before the first hit.
   *
   * @param p between 0 and 1, both excluded
   * @param level the nominal coverage, between 0 and 1
   * @return its value is NaN if F never rises so far, and an end is NaN if the limit for it never
   *     does
   */
  public Estimate quantile(double p, double level) {
    return new Estimate(
        first(incidence, p),
        low(first(upper(level), p), p, level),
        first(lower(level), p),
        level,
        METHOD,
        table.count());
  }

  private double low(double low, double p, double level) {
    int row = 0;
    int trials = 0;
    while (row < table.size() && incidence[row] == 0) {
      trials += table.moves(row);
      row++;
    }
    return row == table.size()
        ? low
        : CurveQuantile.low(low, table.times()[row], trials + table.atRisk()[row], p, level);
  }

  private double first(double[] rising, double p) {
    int i = CurveQuantile.first(rising, p);
    return i < 0 ? Double.NaN : table.times()[i];
  }
}
