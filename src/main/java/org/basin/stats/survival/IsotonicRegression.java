package org.basin.stats.survival;

/**
 * The nondecreasing sequence nearest to a given one in weighted squares, by pooling adjacent
 * violators: Ayer, Brunk, Ewing, Reid &amp; Silverman (1955), Ann. Math. Statist. 26:641.
 */
final class IsotonicRegression {

  private IsotonicRegression() {}

  /**
   * Fits {@code values}.
   *
   * @param weights of the values; positive
   * @param size how many of the values to fit
   */
  static double[] of(double[] values, double[] weights, int size) {
    double[] mean = new double[size];
    double[] weight = new double[size];
    int[] length = new int[size];
    int blocks = 0;
    for (int i = 0; i < size; i++) {
      mean[blocks] = values[i];
      weight[blocks] = weights[i];
      length[blocks++] = 1;
      for (; blocks > 1 && mean[blocks - 2] >= mean[blocks - 1]; blocks--) {
        double sum = weight[blocks - 2] + weight[blocks - 1];
        mean[blocks - 2] =
            (mean[blocks - 2] * weight[blocks - 2] + mean[blocks - 1] * weight[blocks - 1]) / sum;
        weight[blocks - 2] = sum;
        length[blocks - 2] += length[blocks - 1];
      }
    }
    double[] fitted = new double[size];
    for (int b = 0, i = 0; b < blocks; b++) {
      for (int end = i + length[b]; i < end; i++) {
        fitted[i] = mean[b];
      }
    }
    return fitted;
  }
}
