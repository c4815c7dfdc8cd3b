package org.basin.stats.curve;

import java.util.Arrays;

/**
 * The logarithm of E + A n^(−α): z = ln(e + a x^(−α)).
 *
 * @param x the step over the window's first step, ≥ 1. Not modified.
 * @param first the window's first step
 */
// No code compares two of these.
@SuppressWarnings("ArrayRecordComponent")
record OffsetLaw(double[] x, double first) implements LawModel {

  /**
   * The exponents searched. Below .02, a power of n is a line in ln n over any window; above 10, it
   * is a wall.
   */
  private static final double MIN = 0.02;

  private static final double MAX = 10;

  static OffsetLaw of(double[] steps) {
    double first = steps[0];
    return new OffsetLaw(Arrays.stream(steps).map(step -> step / first).toArray(), first);
  }

  @Override
  public double value(double[] parameters, int i) {
    return Math.log(parameters[0] + parameters[1] * Math.pow(x[i], -parameters[2]));
  }

  @Override
  public void gradient(double[] parameters, int i, double[] derivatives) {
    double power = Math.pow(x[i], -parameters[2]);
    double y = parameters[0] + parameters[1] * power;
    derivatives[0] = 1 / y;
    derivatives[1] = power / y;
    derivatives[2] = -parameters[1] * power * Math.log(x[i]) / y;
  }

  /**
   * Projects the linear parameters out on the scale of relative residuals, (y − ŷ)/y, which are
   * those of the logarithm to first order. There, e and a are linear. If the best e is not
   * positive, the law is a power law, and not identified.
   */
  @Override
  public double[] start(double[] z) {
    double exponent = Profile.min(alpha -> plane(alpha, z)[2], MIN, MAX);
    if (Double.isNaN(exponent)) {
      return null;
    }
    double[] plane = plane(exponent, z);
    return plane[0] > 0 ? new double[] {plane[0], plane[1], exponent} : null;
  }

  @Override
  public boolean allows(double[] parameters) {
    return parameters[0] > 0 && parameters[2] > MIN && parameters[2] < MAX;
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
    return parameters[1] * Math.pow(first, parameters[2]);
  }

  @Override
  public double rate(double[] parameters) {
    return Double.NaN;
  }

  @Override
  public double offset(double[] parameters) {
    return parameters[0];
  }

  /** The best e ≥ 0 and a at an exponent, and their sum of squared relative residuals. */
  private double[] plane(double alpha, double[] z) {
    double uu = 0;
    double uv = 0;
    double vv = 0;
    double u = 0;
    double v = 0;
    int n = z.length;
    for (int i = 0; i < n; i++) {
      double first = Math.exp(-z[i]);
      double second = first * Math.pow(x[i], -alpha);
      uu += first * first;
      uv += first * second;
      vv += second * second;
      u += first;
      v += second;
    }
    double determinant = uu * vv - uv * uv;
    double e = (u * vv - v * uv) / determinant;
    double a = (v * uu - u * uv) / determinant;
    if (!(e > 0)) {
      e = 0;
      a = v / vv;
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double residual = 1 - (e + a * Math.pow(x[i], -alpha)) * Math.exp(-z[i]);
      sum += residual * residual;
    }
    return new double[] {e, a, sum};
  }
}
