package org.basin.stats.regression;

import java.util.Arrays;

/**
 * The function E + A x^(−α) at given x &gt; 0, with the parameters (E, A, α).
 *
 * @param x not modified
 */
// An array for speed; no code compares two records.
@SuppressWarnings("ArrayRecordComponent")
public record OffsetCurve(double[] x) {

  /** The value at {@code x[i]}. */
  public double value(double[] parameters, int i) {
    return parameters[0] + parameters[1] * power(parameters[2], i);
  }

  /** Writes the derivatives of {@link #value} by E, A and α into {@code derivatives}. */
  public void gradient(double[] parameters, int i, double[] derivatives) {
    double power = power(parameters[2], i);
    derivatives[0] = 1;
    derivatives[1] = power;
    derivatives[2] = -parameters[1] * power * Math.log(x[i]);
  }

  private double power(double alpha, int i) {
    return Math.pow(x[i], -alpha);
  }

  /**
   * The E and A with the min sum of weighted squares at an exponent.
   *
   * @param y one for each of {@code x}. Not modified.
   * @param weights likewise, &gt; 0. Not modified.
   * @return E, A and the sum Σ w (y − E − A x^(−α))²
   */
  public double[] line(double alpha, double[] y, double[] weights) {
    int n = y.length;
    double[] powers = new double[n];
    Arrays.setAll(powers, i -> power(alpha, i));
    double meanPower = mean(powers, weights);
    double mean = mean(y, weights);
    double squares = 0;
    double products = 0;
    for (int i = 0; i < n; i++) {
      double deviation = powers[i] - meanPower;
      squares += weights[i] * deviation * deviation;
      products += weights[i] * deviation * (y[i] - mean);
    }
    double factor = products / squares;
    double offset = mean - factor * meanPower;
    return new double[] {offset, factor, sum(offset, factor, powers, y, weights)};
  }

  /** The same for E = 0. */
  public double[] power(double alpha, double[] y, double[] weights) {
    double squares = 0;
    double products = 0;
    double[] powers = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      powers[i] = power(alpha, i);
      squares += weights[i] * powers[i] * powers[i];
      products += weights[i] * powers[i] * y[i];
    }
    double factor = products / squares;
    return new double[] {0, factor, sum(0, factor, powers, y, weights)};
  }

  private static double mean(double[] values, double[] weights) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < values.length; i++) {
      sum += weights[i] * values[i];
      total += weights[i];
    }
    return sum / total;
  }

  private static double sum(
      double offset, double factor, double[] powers, double[] y, double[] weights) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      double residual = y[i] - offset - factor * powers[i];
      sum += weights[i] * residual * residual;
    }
    return sum;
  }
}
