package org.basin.stats.coverage;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.stats.Estimate;
import org.basin.stats.regression.PhaseBoundary;

/**
 * Intervals of the value of an axis at which half of the trials converge. A trial converges below a
 * threshold of its own, of the law of times; so the boundary is the law's median. On the
 * logarithmic scale the log-logistic law is the model itself, and the log-normal is close to it; on
 * the linear scale the normal law is close to it.
 */
final class BoundaryIntervals {

  private static final int POINTS = 9;

  private BoundaryIntervals() {}

  static List<IntervalKind> kinds() {
    return IntervalKind.all(kinds("log", true), kinds("linear", false));
  }

  private static Stream<IntervalKind> kinds(String scale, boolean logarithmic) {
    return Arrays.stream(SeedEffect.values())
        .map(
            effect ->
                new IntervalKind(
                    "logistic, profile likelihood, " + scale + " scale",
                    effect.text(),
                    law -> law.quantile(0.5),
                    (random, law, seeds) -> estimate(random, law, effect, seeds, logarithmic)));
  }

  private static Estimate estimate(
      UniformRandomProvider random,
      TimeLaw law,
      SeedEffect effect,
      int seeds,
      boolean logarithmic) {
    double[][] scores = effect.scores(random, POINTS, seeds);
    int n = POINTS * seeds;
    double[] axis = new double[n];
    boolean[] converged = new boolean[n];
    long[] seed = new long[n];
    for (int i = 0; i < n; i++) {
      // From 54 to 216; the boundary, 100, lies between two of them.
      int point = i / seeds;
      axis[i] = 54 * Math.pow(2, point / 4.0);
      seed[i] = i % seeds;
      converged[i] = axis[i] < law.ofScore(scores[point][i % seeds]);
    }
    return PhaseBoundary.of(axis, converged, seed, 0.5, logarithmic, 0.95).crossing();
  }
}
