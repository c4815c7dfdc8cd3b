package org.basin.stats.location;

import java.util.Locale;

/**
 * Where a sample lies: means of its order statistics after as many were left out at each end. Each
 * is computed from how often each order statistic counts, so that a resample need not be sorted.
 */
public enum Location {
  /** The arithmetic mean. */
  MEAN,

  /** The median: the middle value, or the mean of the middle two. */
  MEDIAN,

  /**
   * The interquartile mean: the mean of what remains without the ⌊n/4⌋ least and the ⌊n/4⌋ greatest
   * values. It is R's {@code mean(x, trim = 0.25)}, SciPy's {@code trim_mean(x, 0.25)}, and the
   * aggregate that Agarwal et al. (2021), NeurIPS 34, recommend over seeds.
   */
  INTERQUARTILE_MEAN;

  /**
   * Computes the measure of a sample in which order statistics are repeated or left out.
   *
   * @param sorted the values, ascending, none NaN
   * @param counts how often each of {@code sorted} counts, ≥ 0
   * @param total the sum of {@code counts}, ≥ 1
   */
  public double of(double[] sorted, int[] counts, int total) {
    int from = trimmed(total);
    int to = total - from;
    double sum = 0;
    int below = 0;
    for (int i = 0; below < to; i++) {
      int kept = Math.min(below + counts[i], to) - Math.max(below, from);
      if (kept > 0) {
        sum += kept * sorted[i];
      }
      below += counts[i];
    }
    return sum / (to - from);
  }

  /**
   * Computes the measure of a sample.
   *
   * @param sorted the values, ascending, with NaN last
   * @return NaN if the sample is empty or holds NaN
   */
  public double of(double[] sorted) {
    int n = sorted.length;
    if (n == 0 || Double.isNaN(sorted[n - 1])) {
      return Double.NaN;
    }
    int from = trimmed(n);
    return sum(sorted, from, n - from) / (n - 2 * from);
  }

  /**
   * The measure of the sample without each of its values in turn: the input of a jackknife.
   *
   * @param sorted at least two values, ascending, all finite
   * @return one number for each of {@code sorted}, in time that grows as the sample does
   */
  public double[] leaveOneOut(double[] sorted) {
    int rest = sorted.length - 1;
    int from = trimmed(rest);
    int to = rest - from;
    // Of the rest, the values from..to count. Without one below them, these stand one place higher.
    double above = sum(sorted, from + 1, to + 1);
    double at = sum(sorted, from, to);
    double around = sum(sorted, from, to + 1);
    double[] left = new double[sorted.length];
    for (int i = 0; i < left.length; i++) {
      left[i] = (i < from ? above : i >= to ? at : around - sorted[i]) / (to - from);
    }
    return left;
  }

  /** How many of {@code n} values are left out at each end. */
  private int trimmed(int n) {
    return switch (this) {
      case MEAN -> 0;
      case MEDIAN -> (n - 1) / 2;
      case INTERQUARTILE_MEAN -> n / 4;
    };
  }

  private static double sum(double[] sorted, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += sorted[i];
    }
    return sum;
  }

  /** The name in the tables' column {@code statistic} and in SQL: {@code iqm}. */
  public String text() {
    return this == INTERQUARTILE_MEAN ? "iqm" : name().toLowerCase(Locale.ROOT);
  }
}
