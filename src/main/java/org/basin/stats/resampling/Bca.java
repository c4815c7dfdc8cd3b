package org.basin.stats.resampling;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.stats.Estimate;
import org.basin.stats.location.Location;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Bootstrap intervals that correct bias and acceleration (BCa): Efron (1987), JASA 82:171,
 * equations 2.3, 2.4 and 6.6; Davison &amp; Hinkley (1997), Bootstrap Methods, §5.3.2.
 *
 * <p>The bias correction is z₀ = Φ⁻¹(#{t* &lt; t}/B), in which resamples equal to the estimate
 * count half: medians are often equal. The acceleration is a = Σ l³ / (6 (Σ l²)^(3/2)) with the
 * influences l of the jackknife. Ends between two resamples are interpolated on the normal scale,
 * as R's {@code boot.ci} does.
 */
public final class Bca {

  private static final String METHOD = "bca";

  private static final NormalDistribution NORMAL = new NormalDistribution();

  private Bca() {}

  /**
   * Estimates a sample's location. A resample is drawn as counts of the order statistics, so that
   * it need not be sorted.
   *
   * @param sample the values in any order; they are not changed
   * @param resamples the number of resamples B, ≥ 1
   * @param random the stream of resamples; see {@link ResampleStream}
   * @param level the nominal coverage, between 0 and 1
   * @return the estimate. The ends are NaN for fewer than two values, for infinite values and where
   *     all resamples lie on one side of the estimate; all three numbers are NaN if the sample is
   *     empty or holds NaN; the ends are the value if all values are equal
   */
  public static Estimate of(
      double[] sample,
      Location location,
      int resamples,
      UniformRandomProvider random,
      double level) {
    Estimate.checkLevel(level);
    double[] sorted = sample.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    double value = location.of(sorted);
    if (n > 1 && sorted[0] == sorted[n - 1]) {
      return new Estimate(value, value, value, level, METHOD, n);
    }
    if (n < 2 || Double.isNaN(value) || isInfinite(sorted)) {
      return new Estimate(value, Double.NaN, Double.NaN, level, METHOD, n);
    }
    double[] resampled = new double[resamples];
    int[] counts = new int[n];
    for (int b = 0; b < resamples; b++) {
      resampled[b] = resample(sorted, counts, location, random);
    }
    return interval(value, resampled, acceleration(location.leaveOneOut(sorted)), level, n);
  }

  /**
   * Estimates the difference of a location between two independent samples, second less first. Each
   * is resampled apart. The acceleration is that of Davison &amp; Hinkley (1997), §5.3.2, for
   * several samples; see {@link #acceleration(double[], double[])}.
   *
   * @param first the values of the first sample in any order; they are not changed
   * @param second the values of the second one, likewise
   * @return the estimate, whose count is the number of values of both. It is undefined as for
   *     {@link #of}; the ends are the value if each sample has equal values
   */
  public static Estimate ofDifference(
      double[] first,
      double[] second,
      Location location,
      int resamples,
      UniformRandomProvider random,
      double level) {
    Estimate.checkLevel(level);
    double[] x = first.clone();
    double[] y = second.clone();
    Arrays.sort(x);
    Arrays.sort(y);
    long count = x.length + (long) y.length;
    double value = location.of(y) - location.of(x);
    boolean few = x.length < 2 || y.length < 2;
    if (few || Double.isNaN(value) || isInfinite(x) || isInfinite(y)) {
      return new Estimate(value, Double.NaN, Double.NaN, level, METHOD, count);
    }
    if (x[0] == x[x.length - 1] && y[0] == y[y.length - 1]) {
      return new Estimate(value, value, value, level, METHOD, count);
    }
    double[] resampled = new double[resamples];
    int[] ofX = new int[x.length];
    int[] ofY = new int[y.length];
    for (int b = 0; b < resamples; b++) {
      double minuend = resample(y, ofY, location, random);
      resampled[b] = minuend - resample(x, ofX, location, random);
    }
    double acceleration = acceleration(location.leaveOneOut(x), location.leaveOneOut(y));
    return interval(value, resampled, acceleration, level, count);
  }

  private static double resample(
      double[] sorted, int[] counts, Location location, UniformRandomProvider random) {
    int n = sorted.length;
    Arrays.fill(counts, 0);
    for (int i = 0; i < n; i++) {
      counts[random.nextInt(n)]++;
    }
    return location.of(sorted, counts, n);
  }

  /** Writes ±(n − 1)/n·(mean − each) of what remains without each value of a sample. */
  private static void influences(double[] left, int sign, double[] influences, int from) {
    double mean = mean(left);
    double part = sign * (left.length - 1.0) / left.length;
    for (int i = 0; i < left.length; i++) {
      influences[from + i] = part * (mean - left[i]);
    }
  }

  /**
   * The interval of an estimate from its resamples.
   *
   * @param resampled the statistic of each resample; sorted in place
   * @param acceleration see {@link #acceleration}
   * @param count the sample's size
   * @return the ends are NaN where all resamples lie on one side of the estimate, or one is NaN
   */
  public static Estimate interval(
      double value, double[] resampled, double acceleration, double level, long count) {
    Arrays.sort(resampled);
    double below = 0;
    for (double each : resampled) {
      below += each < value ? 1 : each == value ? 0.5 : 0;
    }
    double bias = quantile(below / resampled.length);
    double low = Double.NaN;
    double high = Double.NaN;
    if (Double.isFinite(bias) && !Double.isNaN(resampled[resampled.length - 1])) {
      double z = quantile((1 + level) / 2);
      low = at(resampled, adjusted(bias, -z, acceleration));
      high = at(resampled, adjusted(bias, z, acceleration));
    }
    return new Estimate(value, low, high, level, METHOD, count);
  }

  /**
   * The acceleration a = Σ l³ / (6 (Σ l²)^(3/2)).
   *
   * @param left the statistic without each value of the sample in turn, in any fixed order
   * @return 0 if all are equal
   */
  public static double acceleration(double[] left) {
    double mean = mean(left);
    double[] influences = new double[left.length];
    for (int i = 0; i < left.length; i++) {
      influences[i] = mean - left[i];
    }
    return skewness(influences);
  }

  /**
   * The acceleration of a difference between two samples: that of the influences (n − 1)/n·l of
   * each sample of n values.
   *
   * @param first the statistic of the first sample without each of its values in turn
   * @param second that of the second sample
   */
  public static double acceleration(double[] first, double[] second) {
    double[] influences = new double[first.length + second.length];
    influences(second, 1, influences, 0);
    influences(first, -1, influences, second.length);
    return skewness(influences);
  }

  /** Σ l³ / (6 (Σ l²)^(3/2)). */
  private static double skewness(double[] influences) {
    double squares = 0;
    double cubes = 0;
    for (double influence : influences) {
      squares += influence * influence;
      cubes += influence * influence * influence;
    }
    return squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
  }

  private static double mean(double[] values) {
    double mean = 0;
    for (double each : values) {
      mean += each / values.length;
    }
    return mean;
  }

  /** Φ(z₀ + (z₀ + z)/(1 − a(z₀ + z))). */
  private static double adjusted(double bias, double z, double acceleration) {
    double shifted = bias + z;
    return NORMAL.cumulativeProbability(bias + shifted / (1 - acceleration * shifted));
  }

  /** The p-quantile of resamples, interpolated on the normal scale between (k, k + 1)/(B + 1). */
  private static double at(double[] sorted, double p) {
    int size = sorted.length;
    double rank = (size + 1) * p;
    int k = (int) Math.floor(rank);
    if (k <= 0) {
      return sorted[0];
    }
    if (k >= size) {
      return sorted[size - 1];
    }
    if (rank == k || sorted[k - 1] == sorted[k]) {
      return sorted[k - 1];
    }
    double before = quantile(k / (size + 1.0));
    double after = quantile((k + 1) / (size + 1.0));
    double fraction = (quantile(p) - before) / (after - before);
    return sorted[k - 1] + fraction * (sorted[k] - sorted[k - 1]);
  }

  private static double quantile(double p) {
    return NORMAL.inverseCumulativeProbability(p);
  }

  private static boolean isInfinite(double[] sorted) {
    return Double.isInfinite(sorted[0]) || Double.isInfinite(sorted[sorted.length - 1]);
  }
}
