package org.basin.stats.curve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The division of a curve into segments, each a line of its own, that minimises the sum of squared
 * residuals plus a penalty for each segment: exactly, by PELT (Killick, Fearnhead &amp; Eckley
 * 2012, JASA 107:1590). A candidate that is pruned at t may still end the segment before one
 * shorter than the min length, so it is dropped only that much later; otherwise the min length
 * would make the answer inexact.
 */
final class ChangePoints {

  private final int length;
  private final double penalty;
  private final int n;

  /** Sums over the observations before each index. */
  private final double[] x;

  private final double[] z;
  private final double[] xx;
  private final double[] xz;
  private final double[] zz;

  /**
   * Prepares a curve. Both scales should be of order 1, because residuals come from differences of
   * sums.
   *
   * @param x where the curve was observed, ascending. Not modified.
   * @param z the curve. Not modified.
   * @param penalty what a further segment costs, in squared units of z
   * @param length the min number of observations in a segment, ≥ 2
   */
  ChangePoints(double[] x, double[] z, double penalty, int length) {
    this.n = x.length;
    this.penalty = penalty;
    this.length = length;
    this.x = new double[n + 1];
    this.z = new double[n + 1];
    this.xx = new double[n + 1];
    this.xz = new double[n + 1];
    this.zz = new double[n + 1];
    for (int i = 0; i < n; i++) {
      this.x[i + 1] = this.x[i] + x[i];
      this.z[i + 1] = this.z[i] + z[i];
      this.xx[i + 1] = this.xx[i] + x[i] * x[i];
      this.xz[i + 1] = this.xz[i] + x[i] * z[i];
      this.zz[i + 1] = this.zz[i] + z[i] * z[i];
    }
  }

  /** The sum of squared residuals of the line through the observations of [from, to). */
  double cost(int from, int to) {
    double count = to - from;
    double sx = x[to] - x[from];
    double sz = z[to] - z[from];
    double sxx = xx[to] - xx[from] - sx * sx / count;
    double sxz = xz[to] - xz[from] - sx * sz / count;
    double szz = zz[to] - zz[from] - sz * sz / count;
    double explained = sxx > 0 ? sxz * sxz / sxx : 0;
    return Math.max(0, szz - explained);
  }

  /**
   * Finds the best division.
   *
   * @return the first index of each segment, ascending; only 0 if there are fewer than twice the
   *     min length of observations. Of equal divisions, the one whose last segment begins first.
   */
  int[] starts() {
    double[] best = new double[n + 1];
    int[] before = new int[n + 1];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    best[0] = -penalty;
    List<Integer> candidates = new ArrayList<>(List.of(0));
    int[] prunedAt = new int[n + 1];
    for (int t = Math.min(length, n); t <= n; t++) {
      int end = t;
      for (int candidate : candidates) {
        double total = best[candidate] + cost(candidate, t) + penalty;
        if (total < best[t]) {
          best[t] = total;
          before[t] = candidate;
        }
      }
      for (int candidate : candidates) {
        if (prunedAt[candidate] == 0 && best[candidate] + cost(candidate, t) > best[t]) {
          prunedAt[candidate] = t;
        }
      }
      candidates.removeIf(
          candidate -> prunedAt[candidate] > 0 && end + 1 - prunedAt[candidate] >= length);
      int next = t + 1 - length;
      if (next >= length) {
        candidates.add(next);
      }
    }
    List<Integer> starts = new ArrayList<>();
    for (int t = n; t > 0; t = before[t]) {
      starts.add(0, before[t]);
    }
    return starts.stream().mapToInt(Integer::intValue).toArray();
  }
}
