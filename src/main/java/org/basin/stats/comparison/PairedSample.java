package org.basin.stats.comparison;

import org.apache.commons.rng.UniformRandomProvider;
import org.basin.stats.Estimate;
import org.basin.stats.location.Fractions;
import org.basin.stats.location.Location;
import org.basin.stats.location.Moments;
import org.basin.stats.resampling.Bca;

/**
 * Two samples whose values belong together in pairs: the trials of two points with the same seed.
 * What the seed does to both cancels in their difference.
 *
 * @param first the values of the first sample
 * @param second the values of the second one, in the order of the first
 */
// Arrays for speed; no code compares two records.
@SuppressWarnings("ArrayRecordComponent")
public record PairedSample(double[] first, double[] second) implements TwoSamples {

  private static final String IMPROVEMENT = "paired-wilson, ties half";

  /**
   * Checks the lengths.
   *
   * @throws IllegalArgumentException if the samples differ in size
   */
  public PairedSample {
    if (first.length != second.length) {
      throw new IllegalArgumentException(first.length + " values and " + second.length);
    }
  }

  /** The differences, second less first, in the order of the pairs. */
  public double[] differences() {
    double[] differences = new double[first.length];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = second[i] - first[i];
    }
    return differences;
  }

  /**
   * The mean difference with Student's interval and p value of the paired test. Student (1908),
   * Biometrika 6:1.
   *
   * @return NaN if a value is NaN; no interval for fewer than two pairs
   */
  @Override
  public Contrast meanDifference(double level) {
    return student(Moments.of(differences()), level, "paired-student-t");
  }

  /**
   * A location of the differences with the BCa interval of resampled pairs.
   *
   * @param random the stream of resamples
   * @return as for {@link Bca#of}
   */
  @Override
  public Contrast difference(
      Location location, int resamples, UniformRandomProvider random, double level) {
    Estimate estimate = Bca.of(differences(), location, resamples, random, level);
    return new Contrast(estimate.withMethod("paired-bca"), Double.NaN);
  }

  /**
   * The geometric mean of the ratios second/first, with the exponential of Student's interval of
   * their logarithms.
   *
   * @return NaN unless all values are positive
   */
  @Override
  public Contrast ratio(double level) {
    PairedSample logs = new PairedSample(StudentContrast.logs(first), StudentContrast.logs(second));
    return StudentContrast.exponential(
        student(Moments.of(logs.differences()), level, "paired-student-t-log"));
  }

  @Override
  public Contrast meanRatio(double level) {
    double m1 = Moments.of(first).mean();
    double m2 = Moments.of(second).mean();
    PairedSample relative =
        new PairedSample(StudentContrast.relative(first, m1), StudentContrast.relative(second, m2));
    // The mean of these differences is 0 up to rounding; their spread is the error of ln r.
    Moments moments = Moments.of(relative.differences());
    double log = Double.isNaN(moments.mean()) ? Double.NaN : Math.log(m2 / m1);
    return StudentContrast.exponential(
        student(new Moments(moments.count(), log, moments.sd()), level, "paired-student-t-log"));
  }

  private static Contrast student(Moments moments, double level, String method) {
    double n = moments.count();
    return StudentContrast.of(
        moments.mean(), moments.sd() / Math.sqrt(n), n - 1, level, method, moments.count());
  }

  /**
   * The fraction of pairs whose second value is less than the first, with Wilson's interval.
   *
   * @return NaN if a value is NaN
   */
  public Contrast fractionLess(double level) {
    long less = count((x, y) -> y < x);
    return less < 0
        ? new Contrast(undefined(level, "wilson"), Double.NaN)
        : new Contrast(Fractions.wilson(less, first.length, level), Double.NaN);
  }

  /**
   * The probability P(y &lt; x) + ½P(y = x) that of a pair (x, y) the second value is less, ties
   * half: the paired form of {@link MannWhitney#improvement}. Its interval is Wilson's score
   * interval, a little too wide where there are ties; its p value that of the sign test, Dixon
   * &amp; Mood (1946), JASA 41:557, which leaves ties out.
   *
   * @return NaN if a value is NaN or there is no pair
   */
  public Contrast improvement(double level) {
    long less = count((x, y) -> y < x);
    if (less < 0 || first.length == 0) {
      return new Contrast(undefined(level, IMPROVEMENT), Double.NaN);
    }
    long greater = count((x, y) -> y > x);
    long ties = first.length - less - greater;
    Estimate score = Fractions.score((double) less + 0.5 * (double) ties, first.length, level);
    return new Contrast(score.withMethod(IMPROVEMENT), SignTest.p(less, greater));
  }

  /** Tells something of a pair. */
  @FunctionalInterface
  private interface PairTest {
    boolean holds(double x, double y);
  }

  /** The number of pairs of which {@code test} holds; −1 if a value is NaN. */
  private long count(PairTest test) {
    long count = 0;
    for (int i = 0; i < first.length; i++) {
      if (Double.isNaN(first[i]) || Double.isNaN(second[i])) {
        return -1;
      }
      count += test.holds(first[i], second[i]) ? 1 : 0;
    }
    return count;
  }

  private Estimate undefined(double level, String method) {
    return new Estimate(Double.NaN, Double.NaN, Double.NaN, level, method, first.length);
  }
}
