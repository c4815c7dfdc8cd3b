package org.basin.stats.regression;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.stats.linear.Matrices;

/**
 * Refits a linear model to resamples of whole seeds, because trials that share a seed are paired.
 * Each seed enters by its sums XᵀX and Xᵀy alone, so that the cost of a resample does not grow with
 * the number of trials. Davison &amp; Hinkley (1997), Bootstrap Methods and their Application,
 * §3.8.
 */
final class SeedBootstrap {

  private SeedBootstrap() {}

  /** The sums of one seed or of a resample. */
  private static final class Sums {
    private final double[][] gram;
    private final double[] moments;

    Sums(int size) {
      gram = new double[size][size];
      moments = new double[size];
    }

    void add(double[] row, double y) {
      Matrices.addOuter(gram, row, 1);
      for (int j = 0; j < row.length; j++) {
        moments[j] += row[j] * y;
      }
    }

    void add(Sums other) {
      for (int j = 0; j < moments.length; j++) {
        moments[j] += other.moments[j];
        for (int k = 0; k < moments.length; k++) {
          gram[j][k] += other.gram[j][k];
        }
      }
    }

    double[] solution() {
      return Matrices.times(Matrices.inverse(gram), moments);
    }
  }

  /**
   * Refits to resamples.
   *
   * @param x (rows × coefficients); the columns but for the intercept's centred; not modified
   * @param y the responses
   * @param seeds the seed of each row
   * @param weights (sums × coefficients), the sums of coefficients to return
   * @param random decides the resamples; the same stream gives the same bits
   * @return (sums × resamples), each row ascending; a resample without a solution is left out
   */
  static double[][] contrasts(
      double[][] x,
      double[] y,
      long[] seeds,
      double[][] weights,
      int resamples,
      UniformRandomProvider random) {
    int size = x[0].length;
    Map<Long, Sums> bySeed = new TreeMap<>();
    for (int i = 0; i < y.length; i++) {
      bySeed.computeIfAbsent(seeds[i], s -> new Sums(size)).add(x[i], y[i]);
    }
    Sums[] each = bySeed.values().toArray(Sums[]::new);
    double[][] found = new double[weights.length][resamples];
    int kept = 0;
    for (int r = 0; r < resamples; r++) {
      Sums sum = new Sums(size);
      for (int s = 0; s < each.length; s++) {
        sum.add(each[random.nextInt(each.length)]);
      }
      double[] solution = sum.solution();
      if (!Double.isNaN(solution[0])) {
        for (int j = 0; j < weights.length; j++) {
          found[j][kept] = Matrices.dot(weights[j], solution);
        }
        kept++;
      }
    }
    for (int j = 0; j < weights.length; j++) {
      found[j] = Arrays.copyOf(found[j], kept);
      Arrays.sort(found[j]);
    }
    return found;
  }
}
