package org.basin.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The product-limit estimate of the law of a hitting time from censored trials: Kaplan &amp; Meier
 * (1958), JASA 53:457. S(t) is the probability of not having hit by step t. At equal times hits
 * come before censorings.
 *
 * @param times the distinct times, ascending, of hits and censorings
 * @param survival S just after each time, by {@code times}
 * @param variances Greenwood's Σ d/(n(n − d)) up to each time, the variance of ln S; ∞ once S = 0
 * @param count how many trials
 * @param hits how many of them hit
 */
// An array for speed; nobody compares two of them.
@SuppressWarnings("ArrayRecordComponent")
public record KaplanMeier(
    double[] times, double[] survival, double[] variances, long count, long hits) {

  /** S is compared to ½ with this tolerance, as R's {@code quantile.survfit} does. */
  private static final double TOLERANCE = Math.sqrt(Math.ulp(1.0));

  /**
   * Of a sample of times.
   *
   * @param times when each trial hit or was censored; finite
   * @param censored whether it was censored, by trial
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
      // 0/0 cannot come: at least one is at risk, so died = atRisk gives a division of d > 0 by 0.
      variances[size] = variance;
    }
    return new KaplanMeier(
        Arrays.copyOf(distinct, size),
        Arrays.copyOf(survival, size),
        Arrays.copyOf(variances, size),
        n,
        hits);
  }

  /** The fraction that hit before being censored, with Wilson's interval. */
  public Estimate hitFraction(double level) {
    return Fractions.wilson(hits, count, level);
  }

  /**
   * The median: the first time with S ≤ ½ (the middle of the stretch where S = ½ exactly), with the
   * interval of Brookmeyer &amp; Crowley (1982), Biometrics 38:29, on Greenwood's limits of ln(−ln
   * S). Agrees with R's {@code survfit(…, conf.type = "log-log")}.
   *
   * @param level nominal coverage
   * @return NaN where the curve, or its limit, never comes down to ½
   */
  public Estimate median(double level) {
    Estimate.checkLevel(level);
    double z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + level) / 2);
    double median = crossing(survival);
    double low = crossing(limit(z));
    double high = crossing(limit(-z));
    return new Estimate(median, low, high, level, "brookmeyer-crowley-log-log", count);
  }

  /** The limit of S at {@code z} deviations below; 1 before the first hit, NaN once S = 0. */
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
