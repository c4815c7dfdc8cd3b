package org.basin.stats.curve;

import java.util.Arrays;
import org.basin.stats.regression.ExponentSearch;

/**
 * The logarithm of A exp(−c n^p): z = a − b x^p.
 *
 * @param x the step over the window's last step, above 0 and at most 1. Not modified.
 * @param last the window's last step
 */
// No code compares two of these.
@SuppressWarnings("ArrayRecordComponent")
record StretchedLaw(double[] x, double last) implements LawModel {

  /**
   * The exponents searched. Towards 0, the law becomes a power of n, and above 5 it is a wall.
   * Neither is a stretched exponential.
   */
  private static final double MIN = 0.05;

  private static final double MAX = 5;

  static StretchedLaw of(double[] steps) {
    double last = steps[steps.length - 1];
    return new StretchedLaw(Arrays.stream(steps).map(step -> step / last).toArray(), last);
  }

  @Override
  public double value(double[] parameters, int i) {
    return parameters[0] - parameters[1] * Math.pow(x[i], parameters[2]);
  }

  @Override
  public void gradient(double[] parameters, int i, double[] derivatives) {
    double power = Math.pow(x[i], parameters[2]);
    derivatives[0] = 1;
    derivatives[1] = -power;
    derivatives[2] = -parameters[1] * power * Math.log(x[i]);
  }

  /** Projects the linear parameters out: the best a and b at each exponent that is tried. */
  @Override
  public double[] start(double[] z) {
    double p = ExponentSearch.min(exponent -> line(exponent, z)[2], MIN, MAX);
    if (Double.isNaN(p)) {
      return null;
    }
    double[] line = line(p, z);
    return new double[] {line[0], line[1], p};
  }

  @Override
  public boolean allows(double[] parameters) {
    return parameters[2] > MIN && parameters[2] < MAX;
  }

  @Override
  public int index() {
    return 2;
  }

  @Override
  public double unit() {
    return 1;
  }

  @Override
  public double amplitude(double[] parameters) {
    return Math.exp(parameters[0]);
  }

  @Override
  public double rate(double[] parameters) {
    return parameters[1] * Math.pow(last, -parameters[2]);
  }

  @Override
  public double offset(double[] parameters) {
    return Double.NaN;
  }

  /** The best a and b at an exponent, and their sum of squared residuals. */
  private double[] line(double p, double[] z) {
    int n = z.length;
    double[] power = new double[n];
    double meanPower = 0;
    double mean = 0;
    for (int i = 0; i < n; i++) {
      power[i] = Math.pow(x[i], p);
      meanPower += power[i] / n;
      mean += z[i] / n;
    }
    double squares = 0;
    double products = 0;
    for (int i = 0; i < n; i++) {
      squares += (power[i] - meanPower) * (power[i] - meanPower);
      products += (power[i] - meanPower) * (z[i] - mean);
    }
    double b = -products / squares;
    double a = mean + b * meanPower;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double residual = z[i] - a + b * power[i];
      sum += residual * residual;
    }
    return new double[] {a, b, sum};
  }
}
