package org.basin.stats.curve;

import java.util.Arrays;
import org.basin.stats.regression.ExponentSearch;
import org.basin.stats.regression.OffsetCurve;

/**
 * The logarithm of E + A n^(−α): z = ln(e + a x^(−α)).
 *
 * @param curve e + a x^(−α), where x is the step over the window's first step, ≥ 1
 * @param first the window's first step
 */
record OffsetLaw(OffsetCurve curve, double first) implements LawModel {

  /**
   * The exponents searched. Below .02, a power of n is a line in ln n over any window; above 10, it
   * is a wall.
   */
  private static final double MIN = 0.02;

  private static final double MAX = 10;

  static OffsetLaw of(double[] steps) {
    double first = steps[0];
    double[] x = Arrays.stream(steps).map(step -> step / first).toArray();
    return new OffsetLaw(new OffsetCurve(x), first);
  }

  @Override
  public double value(double[] parameters, int i) {
    return Math.log(curve.value(parameters, i));
  }

  @Override
  public void gradient(double[] parameters, int i, double[] derivatives) {
    double y = curve.value(parameters, i);
    curve.gradient(parameters, i, derivatives);
    Arrays.setAll(derivatives, j -> derivatives[j] / y);
  }

  /**
   * Projects the linear parameters out on the scale of relative residuals, (y − ŷ)/y, which are
   * those of the logarithm to first order. There, e and a are linear. If the best e is not
   * positive, the law is a power law, and not identified.
   */
  @Override
  public double[] start(double[] z) {
    double[] y = Arrays.stream(z).map(Math::exp).toArray();
    double[] weights = Arrays.stream(z).map(each -> Math.exp(-2 * each)).toArray();
    double exponent = ExponentSearch.min(alpha -> line(alpha, y, weights)[2], MIN, MAX);
    if (Double.isNaN(exponent)) {
      return null;
    }
    double[] line = line(exponent, y, weights);
    return line[0] > 0 ? new double[] {line[0], line[1], exponent} : null;
  }

  /** The best e ≥ 0 and a at an exponent, and their sum of squared relative residuals. */
  private double[] line(double alpha, double[] y, double[] weights) {
    double[] line = curve.line(alpha, y, weights);
    return line[0] > 0 ? line : curve.power(alpha, y, weights);
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
}
