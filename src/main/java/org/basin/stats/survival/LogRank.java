package org.basin.stats.survival;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.hipparchus.special.Gamma;

/**
 * The test of Mantel (1966), Cancer Chemother. Rep. 50:163, and Peto &amp; Peto (1972), JRSS A
 * 135:185, that groups hit at the same rate: at each time with a hit, the hits observed in a group
 * against those expected if the hits fell on the trials at risk by chance. Competing events count
 * as censorings. With strata, trials are compared within a stratum only: trials of one seed, say.
 * It agrees with R's {@code survdiff}.
 *
 * @param observed the hits of each group
 * @param expected the hits expected in each group, the sum over strata of n_g d/n
 * @param chiSquare the statistic (O − E)ᵀ V⁺ (O − E); NaN if {@code degrees} is 0
 * @param degrees the rank of V: the number of groups − 1, less one for each group that is never at
 *     risk together with the others
 * @param pValue the probability of a larger statistic by chance; NaN if {@code degrees} is 0
 */
// Arrays for speed; no code compares two records.
@SuppressWarnings("ArrayRecordComponent")
public record LogRank(
    double[] observed, double[] expected, double chiSquare, int degrees, double pValue) {

  /** The method's name. */
  public static final String METHOD = "log-rank";

  /** The singular values of V below this part of the largest count as 0. */
  private static final double RANK_TOLERANCE = 1e-10;

  /**
   * Compares groups without strata.
   *
   * @param times the step at which each trial hit or was censored; finite
   * @param hit whether each trial hit
   * @param groups the group of each trial, from 0
   * @throws IllegalArgumentException if the arrays differ in length, or a time is NaN or infinite
   */
  public static LogRank of(double[] times, boolean[] hit, int[] groups) {
    return stratified(times, hit, groups, new long[times.length]);
  }

  /**
   * Compares groups within strata.
   *
   * @param strata the stratum of each trial: any numbers
   * @throws IllegalArgumentException if the arrays differ in length, or a time is NaN or infinite
   */
  public static LogRank stratified(double[] times, boolean[] hit, int[] groups, long[] strata) {
    int n = times.length;
    if (hit.length != n || groups.length != n || strata.length != n) {
      throw new IllegalArgumentException("the arrays differ in length");
    }
    for (double time : times) {
      if (!Double.isFinite(time)) {
        throw new IllegalArgumentException("time is " + time + ", must be finite");
      }
    }
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingLong(i -> strata[i])
                    .thenComparingDouble(i -> times[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    Sums sums = new Sums(Arrays.stream(groups).max().orElse(-1) + 1);
    for (int from = 0; from < n; ) {
      int to = from;
      int[] atRisk = new int[sums.observed.length];
      for (; to < n && strata[order[to]] == strata[order[from]]; to++) {
        atRisk[groups[order[to]]]++;
      }
      for (int i = from; i < to; ) {
        int next = i;
        int[] hits = new int[atRisk.length];
        int[] left = new int[atRisk.length];
        for (; next < to && times[order[next]] == times[order[i]]; next++) {
          hits[groups[order[next]]] += hit[order[next]] ? 1 : 0;
          left[groups[order[next]]]++;
        }
        sums.add(hits, atRisk, to - i);
        Arrays.setAll(atRisk, g -> atRisk[g] - left[g]);
        i = next;
      }
      from = to;
    }
    return sums.test();
  }

  /** The sums over times and strata. */
  private static final class Sums {
    final double[] observed;
    final double[] expected;
    final double[][] variance;

    Sums(int groups) {
      observed = new double[groups];
      expected = new double[groups];
      variance = new double[groups][groups];
    }

    /** Adds one time: of n trials at risk, hits fall on groups by the hypergeometric law. */
    void add(int[] hits, int[] atRisk, double n) {
      double d = Arrays.stream(hits).sum();
      if (d == 0) {
        return;
      }
      double spread = n > 1 ? d * (n - d) / (n - 1) : 0;
      for (int g = 0; g < hits.length; g++) {
        double part = atRisk[g] / n;
        observed[g] += hits[g];
        expected[g] += d * part;
        for (int h = 0; h < hits.length; h++) {
          variance[g][h] += spread * part * ((g == h ? 1 : 0) - atRisk[h] / n);
        }
      }
    }

    LogRank test() {
      int groups = observed.length;
      double[] excess = new double[groups];
      Arrays.setAll(excess, g -> observed[g] - expected[g]);
      double largest = 0;
      for (int g = 0; g < groups; g++) {
        largest = Math.max(largest, variance[g][g]);
      }
      if (!(largest > 0)) {
        return new LogRank(observed, expected, Double.NaN, 0, Double.NaN);
      }
      RealMatrix matrix = MatrixUtils.createRealMatrix(variance);
      SingularValueDecomposition parts = new SingularValueDecomposition(matrix);
      double[] values = parts.getSingularValues();
      double[] turned = parts.getUT().operate(excess);
      double statistic = 0;
      int degrees = 0;
      for (int k = 0; k < groups; k++) {
        if (values[k] > RANK_TOLERANCE * values[0]) {
          statistic += turned[k] * turned[k] / values[k];
          degrees++;
        }
      }
      // The upper tail by itself: as 1 less the rest, a p value below 1e-16 would be 0.
      double p = Gamma.regularizedGammaQ(0.5 * degrees, 0.5 * statistic);
      return new LogRank(observed, expected, statistic, degrees, p);
    }
  }
}
