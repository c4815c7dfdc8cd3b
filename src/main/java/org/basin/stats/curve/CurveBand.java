package org.basin.stats.curve;

import java.util.Arrays;
import org.basin.stats.location.Location;

/**
 * Where the curves of a sample lie at one step: quantiles, mean and interquartile mean of their
 * values there. Bands are pointwise: 90 % of the values at each step lie between {@code q05} and
 * {@code q95}, but a smaller part of the curves lies between them at all steps.
 *
 * <p>A quantile is that of type 7 of Hyndman &amp; Fan (1996), The American Statistician 50:361:
 * the linear interpolation between order statistics at (n − 1)p. A value that is NaN, as the loss
 * of a diverged trial may be, counts as larger than every number. A quantile that rests on one is
 * NaN, and so is a mean over one; quantiles below stay as they are.
 *
 * @param count the number of values
 * @param q05 the quantile of .05, in the values' unit, as all that follow; NaN if there is no value
 * @param q25 the lower quartile
 * @param median the quantile of .5
 * @param q75 the upper quartile
 * @param q95 the quantile of .95
 * @param mean the arithmetic mean
 * @param iqm the interquartile mean: the mean without the ⌊n/4⌋ smallest and ⌊n/4⌋ largest values
 */
public record CurveBand(
    long count,
    double q05,
    double q25,
    double median,
    double q75,
    double q95,
    double mean,
    double iqm) {

  /**
   * Computes the band at one step. The order of the values changes no bit.
   *
   * @param values the values of the curves at the step; sorted in place
   */
  public static CurveBand of(double[] values) {
    // NaN comes last, and −0 before 0.
    Arrays.sort(values);
    return new CurveBand(
        values.length,
        quantile(values, 0.05),
        quantile(values, 0.25),
        quantile(values, 0.5),
        quantile(values, 0.75),
        quantile(values, 0.95),
        mean(values),
        middleMean(values));
  }

  private static double quantile(double[] sorted, double p) {
    int n = sorted.length;
    if (n == 0) {
      return Double.NaN;
    }
    double position = (n - 1) * p;
    int below = (int) Math.floor(position);
    double fraction = position - below;
    double low = sorted[below];
    // Without this branch, ∞ − ∞ = NaN would replace an infinite order statistic.
    if (fraction == 0 || low == sorted[below + 1]) {
      return low;
    }
    return low + fraction * (sorted[below + 1] - low);
  }

  private static double mean(double[] sorted) {
    double mean = 0;
    for (int i = 0; i < sorted.length; i++) {
      // Without this condition, ∞ − ∞ = NaN would replace an infinite mean.
      mean += mean == sorted[i] ? 0 : (sorted[i] - mean) / (i + 1);
    }
    return sorted.length == 0 ? Double.NaN : mean;
  }

  /** Of the values that count alone, since {@link Location} is undefined where any value is NaN. */
  private static double middleMean(double[] sorted) {
    int cut = sorted.length / 4;
    double[] middle = Arrays.copyOfRange(sorted, cut, sorted.length - cut);
    // The sum of equal values rounds; their mean is one of them.
    return middle.length > 0 && middle[0] == middle[middle.length - 1]
        ? middle[0]
        : Location.MEAN.of(middle);
  }
}
