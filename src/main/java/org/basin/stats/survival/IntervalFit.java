package org.basin.stats.survival;

import java.util.Arrays;

/**
 * The masses that maximise an {@link IntervalLikelihood}. See {@link Turnbull}.
 *
 * @param mass the probability in each innermost interval
 * @param gap by how much at most the mean log-likelihood falls short of its max
 */
// An array for speed; no code compares two records.
@SuppressWarnings("ArrayRecordComponent")
record IntervalFit(double[] mass, double gap) {

  /** The gap at which the search ends. */
  private static final double TOLERANCE = 1e-12;

  /**
   * The search ends, too, once so many iterations in a row have not lowered the gap by a tenth:
   * rounding leaves a larger one in samples of many different brackets.
   */
  private static final int MAX_IDLE = 50;

  /** The search ends here in any case; it takes tens of iterations. */
  private static final int MAX_ITERATIONS = 1000;

  /** A step must gain this part of what the slope promises: Jongbloed (1998), J. Comp. Graph. */
  private static final double ARMIJO = 0.1;

  static IntervalFit of(IntervalLikelihood likelihood, InnermostIntervals innermost) {
    int size = innermost.size();
    if (size == 0) {
      return new IntervalFit(new double[0], 0);
    }
    double[] mass = new double[size];
    Arrays.fill(mass, 1.0 / size);
    double gap = Double.POSITIVE_INFINITY;
    double best = Double.POSITIVE_INFINITY;
    int idle = 0;
    for (int i = 0; i < MAX_ITERATIONS && idle < MAX_IDLE && gap > TOLERANCE; i++) {
      double[] gradient = likelihood.gradient(sums(mass));
      for (int j = 0; j < size; j++) {
        mass[j] *= gradient[j];
      }
      double[] sums = minorant(likelihood, sums(mass));
      Arrays.setAll(mass, j -> sums[j + 1] - sums[j]);
      gap = Arrays.stream(likelihood.gradient(sums)).max().orElse(1) - 1;
      idle = gap < 0.9 * best ? 0 : idle + 1;
      best = idle == 0 ? gap : best;
    }
    return new IntervalFit(mass, gap);
  }

  /** The mass before each innermost interval; 1 at the end, whatever the sum rounds to. */
  private static double[] sums(double[] mass) {
    double[] sums = new double[mass.length + 1];
    for (int j = 0; j < mass.length; j++) {
      sums[j + 1] = sums[j] + mass[j];
    }
    double all = sums[mass.length];
    for (int j = 1; j <= mass.length; j++) {
      sums[j] /= all;
    }
    return sums;
  }

  /** One step of the iterative convex minorant, as far along it as the likelihood rises. */
  private static double[] minorant(IntervalLikelihood likelihood, double[] sums) {
    int inner = sums.length - 2;
    double[] gradient = likelihood.gradient(sums);
    double[] curvature = likelihood.curvature(sums);
    double[] target = new double[inner];
    double[] weights = new double[inner];
    for (int j = 0; j < inner; j++) {
      weights[j] = curvature[j + 1];
      target[j] = sums[j + 1] + (gradient[j] - gradient[j + 1]) / weights[j];
    }
    double[] fitted = IsotonicRegression.of(target, weights, inner);
    double slope = 0;
    for (int j = 0; j < inner; j++) {
      fitted[j] = Math.min(1, Math.max(0, fitted[j]));
      slope += (gradient[j] - gradient[j + 1]) * (fitted[j] - sums[j + 1]);
    }
    double before = likelihood.value(sums);
    for (double part = 1; part > 1e-10 && slope > 0; part /= 2) {
      double[] next = sums.clone();
      for (int j = 0; j < inner; j++) {
        next[j + 1] += part * (fitted[j] - next[j + 1]);
      }
      // A mass of 0 in a trial's interval makes the value −∞, and the step is halved.
      if (likelihood.value(next) >= before + ARMIJO * part * slope) {
        return next;
      }
    }
    return sums;
  }
}
