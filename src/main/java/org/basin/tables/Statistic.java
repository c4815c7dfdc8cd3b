package org.basin.tables;

import java.util.List;
import java.util.Locale;
import org.basin.train.Verdict;

/**
 * A statistic over a point's trials, as the column {@code statistic} of {@code points} names it.
 *
 * @param name lower case, words joined by {@code _}
 */
public record Statistic(String name) {

  public static final Statistic MEAN = new Statistic("mean");

  /** The standard deviation. */
  public static final Statistic SD = new Statistic("sd");

  /** The exponential of the mean logarithm. */
  public static final Statistic GEOMETRIC_MEAN = new Statistic("geometric_mean");

  /** The interquartile mean: the mean without the lowest and the highest quarter. */
  public static final Statistic IQM = new Statistic("iqm");

  public static final Statistic MEDIAN = new Statistic("median");
  public static final Statistic MIN = new Statistic("min");
  public static final Statistic MAX = new Statistic("max");

  /** The part of the trials that hit, of those that watched a hitting time. */
  public static final Statistic HIT_FRACTION = new Statistic("hit_fraction");

  /** The median of a hitting time by Kaplan and Meier's estimate. */
  public static final Statistic KM_MEDIAN = new Statistic("km_median");

  /** The mean of a hitting time up to {@link #HORIZON}, by Kaplan and Meier's estimate. */
  static final Statistic RESTRICTED_MEAN = new Statistic("restricted_mean");

  /** The step up to which {@link #RESTRICTED_MEAN} looks. */
  static final Statistic HORIZON = new Statistic("restricted_mean_horizon");

  /** The probability of having hit by the end, by Aalen and Johansen's estimate. */
  public static final Statistic INCIDENCE = new Statistic("incidence");

  /** The quantiles beside the median, from 0 to 1. */
  static final List<Double> QUANTILES = List.of(0.05, 0.25, 0.75, 0.95);

  /**
   * The part of the trials that ended with a verdict; its subject is {@link PointTable#VERDICTS}.
   */
  public static Statistic fraction(Verdict verdict) {
    return new Statistic("fraction_" + verdict.text());
  }

  /** The part of the trials that are of one kind: {@code fraction_offset_power}. */
  static Statistic fraction(String kind) {
    return new Statistic("fraction_" + Columns.name(kind));
  }

  /**
   * A quantile: {@code q05}.
   *
   * @param p from 0 to 1, a whole number of hundredths
   */
  static Statistic quantile(double p) {
    return new Statistic(String.format(Locale.ROOT, "q%02d", Math.round(100 * p)));
  }

  /** A quantile of a hitting time by Kaplan and Meier's estimate: {@code km_q10}. */
  static Statistic km(double p) {
    return of("km_", p);
  }

  /** A quantile of the incidence of hits: {@code incidence_q10}. */
  static Statistic incidence(double p) {
    return of("incidence_", p);
  }

  /** A quantile of a hitting time by Turnbull's estimate: {@code turnbull_q10}. */
  static Statistic turnbull(double p) {
    return of("turnbull_", p);
  }

  private static Statistic of(String prefix, double p) {
    return new Statistic(prefix + (p == 0.5 ? MEDIAN : quantile(p)).name());
  }

  @Override
  public String toString() {
    return name;
  }
}
