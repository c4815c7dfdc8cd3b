package org.basin.stats.survival;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.basin.stats.Estimate;
import org.basin.stats.location.Fractions;

/**
 * The product-limit estimate of a hitting time's distribution from censored trials: Kaplan &amp;
 * Meier (1958), JASA 53:457. S(t) is the probability that a trial has not hit by step t. At equal
 * times, hits come before censorings.
 *
 * @param times the distinct times of hits and censorings, ascending
 * @param survival S just after each of {@code times}
 * @param variances Greenwood's Σ d/(n(n − d)) up to each time, the variance of ln S; ∞ once S = 0
 * @param count the number of trials
 * @param hits the number of trials that hit
 */
// Arrays for speed; no code compares two records.
@SuppressWarnings("ArrayRecordComponent")
public record KaplanMeier(
    double[] times, double[] survival, double[] variances, long count, long hits) {

  /** The tolerance in comparing S with ½, as in R's {@code quantile.survfit}. */
  private static final double TOLERANCE = Math.sqrt(Math.ulp(1.0));

  /**
   * Estimates the distribution from a sample of times.
   *
   * @param times the step at which each trial hit or was censored; finite
   * @param censored whether each trial was censored, in the order of {@code times}
   * @throws IllegalArgumentException if the arrays differ in length
   */
  public static KaplanMeier of(double[] times, boolean[] censored) {
    if (times.length != censored.length) {
      throw new IllegalArgumentException(times.length + " times, " + censored.length + " flags");
    }
    int n = times.length;
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> times[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] distinct = new double[n];
    double[] survival = new double[n];
    double[] variances = new double[n];
    double alive = 1;
    double variance = 0;
    int size = 0;
    int hits = 0;
    for (int i = 0; i < n; size++) {
      int atRisk = n - i;
      int died = 0;
      double time = times[order[i]];
      for (; i < n && times[order[i]] == time; i++) {
        died += censored[order[i]] ? 0 : 1;
      }
      alive *= (double) (atRisk - died) / atRisk;
      variance += (double) died / ((double) atRisk * (atRisk - died));
      hits += died;
      distinct[size] = time;
      survival[size] = alive;
      // 0/0 is impossible: at least one trial is at risk, so died = atRisk divides d > 0 by 0.
      variances[size] = variance;
    }
    return new KaplanMeier(
        Arrays.copyOf(distinct, size),
        Arrays.copyOf(survival, size),
        Arrays.copyOf(variances, size),
        n,
        hits);
  }

  /**
   * The fraction of trials that hit before they were censored, with Wilson's interval.
   *
   * @param level the nominal coverage, between 0 and 1
   */
  public Estimate hitFraction(double level) {
    return Fractions.wilson(hits, count, level);
  }

  /**
   * The median hitting time: the first time with S ≤ ½, or the middle of the interval on which S is
   * exactly ½. Its confidence interval is that of Brookmeyer &amp; Crowley (1982), Biometrics
   * 38:29, from Greenwood's limits of ln(−ln S). It agrees with R's {@code survfit(…, conf.type =
   * "log-log")}.
   *
   * @param level the nominal coverage, between 0 and 1
   * @return the median; its value is NaN if S never falls to ½, and an end is NaN if the limit for
   *     it never does
   */
  public Estimate median(double level) {
    Estimate.checkLevel(level);
    double z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + level) / 2);
    double median = crossing(survival);
    double low = crossing(limit(z));
    double high = crossing(limit(-z));
    return new Estimate(median, low, high, level, "brookmeyer-crowley-log-log", count);
  }

  /**
   * The confidence limit of S that lies {@code z} deviations below; 1 before the first hit, NaN
   * once S = 0.
   */
  private double[] limit(double z) {
    double[] limit = new double[times.length];
    for (int i = 0; i < limit.length; i++) {
      double s = survival[i];
      if (s == 1) {
        limit[i] = 1;
      } else if (s == 0) {
        limit[i] = Double.NaN;
      } else {
        double log = Math.log(s);
        double deviation = Math.sqrt(variances[i]) / Math.abs(log);
        limit[i] = Math.exp(log * Math.exp(z * deviation));
      }
    }
    return limit;
  }

  private double crossing(double[] curve) {
    for (int i = 0; i < curve.length; i++) {
      if (curve[i] <= 0.5 + TOLERANCE) {
        if (curve[i] < 0.5 - TOLERANCE) {
          return times[i];
        }
        int end = i;
        while (end < curve.length - 1 && !(curve[end] < 0.5 - TOLERANCE)) {
          end++;
        }
        return (times[i] + times[end]) / 2;
      }
    }
    return Double.NaN;
  }
}
