package org.basin.stats.regression;

import java.util.Arrays;
import org.basin.stats.survival.CensoredSample;

/**
 * The regression that a scaling law of any form but {@link ScalingForm#OFFSET_POWER} is: its
 * responses, y or ln y, and its regressors, x or ln x less their means.
 *
 * @param columns (trials × (1 + axes)): a one, then the centred regressors
 * @param means of the regressors
 * @param low the responses' lower ends
 * @param high the responses' upper ends
 */
// Arrays for speed; no code compares two records.
@SuppressWarnings("ArrayRecordComponent")
record ScalingDesign(double[][] columns, double[] means, double[] low, double[] high) {

  static ScalingDesign of(ScalingSample sample, ScalingForm form) {
    int n = sample.count();
    int axes = sample.axes();
    double[][] columns = new double[n][1 + axes];
    double[] means = new double[axes];
    for (int i = 0; i < n; i++) {
      columns[i][0] = 1;
      for (int j = 0; j < axes; j++) {
        double x = sample.x()[i][j];
        columns[i][1 + j] = form.isLogarithmicInX() ? Math.log(x) : x;
        means[j] += columns[i][1 + j] / n;
      }
    }
    for (double[] row : columns) {
      for (int j = 0; j < axes; j++) {
        row[1 + j] -= means[j];
      }
    }
    return new ScalingDesign(
        columns, means, response(sample.low(), form), response(sample.high(), form));
  }

  private static double[] response(double[] y, ScalingForm form) {
    return form.isLogarithmicInY() ? Arrays.stream(y).map(Math::log).toArray() : y;
  }

  int axes() {
    return means.length;
  }

  CensoredSample censored(double[][] regressors, long[] seeds) {
    return new CensoredSample(regressors, low, high, seeds);
  }

  /** The columns, and the square of the regressor of each axis that has three values or more. */
  double[][] withSquares() {
    boolean[] curved = new boolean[axes()];
    for (int j = 0; j < axes(); j++) {
      curved[j] = isCurved(j);
    }
    double[][] wide = new double[columns.length][];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = columns[i].clone();
      for (int j = 0; j < axes(); j++) {
        if (curved[j]) {
          wide[i] = Arrays.copyOf(wide[i], wide[i].length + 1);
          wide[i][wide[i].length - 1] = columns[i][1 + j] * columns[i][1 + j];
        }
      }
    }
    return wide;
  }

  /** Whether a curvature along {@code axis} can be told. */
  boolean isCurved(int axis) {
    return Arrays.stream(columns).mapToDouble(row -> row[1 + axis]).distinct().limit(3).count() > 2;
  }

  /** The weights of the coefficients in the intercept at regressors of 0. */
  double[] atZero() {
    double[] weights = new double[1 + axes()];
    weights[0] = 1;
    for (int j = 0; j < axes(); j++) {
      weights[1 + j] = -means[j];
    }
    return weights;
  }
}
