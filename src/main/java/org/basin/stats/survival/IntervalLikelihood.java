package org.basin.stats.survival;

import java.util.Arrays;

/**
 * The likelihood of masses on {@link InnermostIntervals}: Σ w ln P, where P is the mass in the
 * interval of a trial and w counts the trials with the same interval.
 */
final class IntervalLikelihood {

  private final int size;
  private final long[] keys;
  private final double[] weights;
  private final double total;

  /** Counts the trials whose intervals reach from each of {@code lows} to its {@code highs}. */
  IntervalLikelihood(InnermostIntervals innermost, double[] lows, double[] highs) {
    this.size = innermost.size();
    this.total = lows.length;
    long[] all = new long[lows.length];
    Arrays.setAll(all, i -> (long) innermost.from(lows[i]) * size + innermost.to(highs[i]));
    Arrays.sort(all);
    double[] counts = new double[all.length];
    int distinct = 0;
    for (int i = 0; i < all.length; i++) {
      if (i > 0 && all[i] != all[i - 1]) {
        distinct++;
      }
      all[distinct] = all[i];
      counts[distinct]++;
    }
    int used = all.length == 0 ? 0 : distinct + 1;
    this.keys = Arrays.copyOf(all, used);
    this.weights = Arrays.copyOf(counts, used);
  }

  private int from(int i) {
    return (int) (keys[i] / size);
  }

  private int to(int i) {
    return (int) (keys[i] % size);
  }

  private static double mass(double[] sums, int from, int to) {
    return sums[to + 1] - sums[from];
  }

  /**
   * The likelihood's logarithm over the number of trials.
   *
   * @param sums the mass before each innermost interval, and 1 at the end
   */
  double value(double[] sums) {
    double value = 0;
    for (int i = 0; i < keys.length; i++) {
      value += weights[i] * Math.log(mass(sums, from(i), to(i)));
    }
    return value / total;
  }

  /**
   * The derivative of the likelihood in the mass of each innermost interval, over the number of
   * trials: Σ w/P over the trials whose interval holds it. At the max it is 1 where there is mass
   * and at most 1 elsewhere.
   */
  double[] gradient(double[] sums) {
    double[] steps = new double[size + 1];
    for (int i = 0; i < keys.length; i++) {
      double part = weights[i] / mass(sums, from(i), to(i)) / total;
      steps[from(i)] += part;
      steps[to(i) + 1] -= part;
    }
    double[] gradient = new double[size];
    double sum = 0;
    for (int j = 0; j < size; j++) {
      sum += steps[j];
      gradient[j] = sum;
    }
    return gradient;
  }

  /**
   * Minus the second derivative of the likelihood in each inner element of {@code sums}, over the
   * number of trials.
   */
  double[] curvature(double[] sums) {
    double[] curvature = new double[size + 1];
    for (int i = 0; i < keys.length; i++) {
      double mass = mass(sums, from(i), to(i));
      double part = weights[i] / (mass * mass) / total;
      curvature[from(i)] += part;
      curvature[to(i) + 1] += part;
    }
    return curvature;
  }
}
