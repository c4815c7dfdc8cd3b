package org.basin.stats.comparison;

import java.util.Arrays;
import org.basin.stats.Estimate;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * The comparison of two samples by their ranks: Mann &amp; Whitney (1947), Ann. Math. Stat. 18:50.
 *
 * @param u the number of pairs (x of the first sample, y of the second) with y &lt; x, where a pair
 *     with y = x counts half; NaN if a value is NaN
 * @param first the size m of the first sample
 * @param second the size n of the second one
 * @param ties Σ (t³ − t) over the groups of t equal values of both samples together
 */
public record MannWhitney(double u, long first, long second, double ties) {

  private static final NormalDistribution NORMAL = new NormalDistribution();

  /** Bisection to the last bit takes about 60, and up to 1100 near 0, where nothing is gained. */
  private static final int STEPS = 200;

  /** Ranks two samples, whose values may stand in any order. */
  public static MannWhitney of(double[] first, double[] second) {
    double[] x = first.clone();
    double[] y = second.clone();
    Arrays.sort(x);
    Arrays.sort(y);
    boolean defined =
        (x.length == 0 || !Double.isNaN(x[x.length - 1]))
            && (y.length == 0 || !Double.isNaN(y[y.length - 1]));
    if (!defined || x.length == 0 || y.length == 0) {
      return new MannWhitney(Double.NaN, x.length, y.length, Double.NaN);
    }
    double u = 0;
    double ties = 0;
    int i = 0;
    int j = 0;
    while (i < x.length || j < y.length) {
      double value = j == y.length || (i < x.length && x[i] <= y[j]) ? x[i] : y[j];
      int below = j;
      int ofX = i;
      while (i < x.length && x[i] == value) {
        i++;
      }
      while (j < y.length && y[j] == value) {
        j++;
      }
      double equalX = i - ofX;
      double equalY = j - below;
      u += equalX * (below + 0.5 * equalY);
      double equal = equalX + equalY;
      ties += equal * equal * equal - equal;
    }
    return new MannWhitney(u, x.length, y.length, ties);
  }

  /**
   * The probability of improvement P(y &lt; x) + ½P(y = x), estimated by U/(mn): how often a trial
   * of the second sample is below a trial of the first. Its interval is that of Newcombe (2006),
   * Stat. Med. 25:559, method 5: the θ with |θ − U/mn| ≤ z√V(θ), V(θ) = θ(1 − θ)(1 + (k − 1)((1 −
   * θ)/(2 − θ) + θ/(1 + θ)))/(mn), k = (m + n)/2. Unlike intervals of U's own variance, it is not
   * empty at 0 and 1. The p value is that of the rank test's normal approximation, with ties and
   * without continuity correction.
   *
   * @param level the nominal coverage, between 0 and 1
   * @return NaN if a value is NaN or a sample is empty
   */
  public Contrast improvement(double level) {
    Estimate.checkLevel(level);
    long count = first + second;
    double theta = u / ((double) first * (double) second);
    if (Double.isNaN(theta)) {
      return new Contrast(
          new Estimate(Double.NaN, Double.NaN, Double.NaN, level, "newcombe-5", count), Double.NaN);
    }
    double z = NORMAL.inverseCumulativeProbability((1 + level) / 2);
    return new Contrast(
        new Estimate(theta, end(theta, z, 0), end(theta, z, 1), level, "newcombe-5", count), p());
  }

  /** The θ between U/mn and {@code limit} at which the distance is z deviations, by bisection. */
  private double end(double theta, double z, double limit) {
    double inside = theta;
    double outside = limit;
    for (int i = 0; i < STEPS && inside != outside; i++) {
      double middle = 0.5 * (inside + outside);
      if (Math.abs(middle - theta) <= z * Math.sqrt(variance(middle))) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return inside;
  }

  private double variance(double theta) {
    double k = 0.5 * (double) (first + second);
    double spread = (1 - theta) / (2 - theta) + theta / (1 + theta);
    return theta * (1 - theta) * (1 + (k - 1) * spread) / ((double) first * (double) second);
  }

  private double p() {
    double m = (double) first;
    double n = (double) second;
    double all = m + n;
    double variance = m * n / 12 * (all + 1 - ties / (all * (all - 1)));
    double distance = Math.abs(u - m * n / 2);
    return distance == 0 || !(variance > 0)
        ? 1
        : 2 * NORMAL.cumulativeProbability(-distance / Math.sqrt(variance));
  }
}
