package org.basin.stats.curve;

/**
 * A law whose logarithm is a line, z = a − b x, with x = 0 at the window's last step.
 *
 * @param x the regressor at each observation. Not modified.
 * @param unit the law's parameter over b
 * @param shift what x was before it was shifted, at the window's last step, times b is added to ln
 *     A
 * @param isRate whether b is a rate by step
 */
// No code compares two of these.
@SuppressWarnings("ArrayRecordComponent")
record LinearLaw(double[] x, double unit, double shift, boolean isRate) implements LawModel {

  static LinearLaw exponential(double[] steps) {
    double last = steps[steps.length - 1];
    double[] x = new double[steps.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = steps[i] / last - 1;
    }
    return new LinearLaw(x, 1 / last, 1, true);
  }

  static LinearLaw power(double[] steps) {
    double last = steps[steps.length - 1];
    double[] x = new double[steps.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.log(steps[i] / last);
    }
    return new LinearLaw(x, 1, Math.log(last), false);
  }

  static LinearLaw logarithmic(double[] steps) {
    double last = Math.log(steps[steps.length - 1]);
    double[] x = new double[steps.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.log(Math.log(steps[i]) / last);
    }
    return new LinearLaw(x, 1, Math.log(last), false);
  }

  @Override
  public double[] start(double[] z) {
    return new double[2];
  }

  @Override
  public double value(double[] parameters, int i) {
    return parameters[0] - parameters[1] * x[i];
  }

  @Override
  public void gradient(double[] parameters, int i, double[] derivatives) {
    derivatives[0] = 1;
    derivatives[1] = -x[i];
  }

  @Override
  public boolean allows(double[] parameters) {
    return true;
  }

  @Override
  public int index() {
    return 1;
  }

  @Override
  public double amplitude(double[] parameters) {
    return Math.exp(parameters[0] + parameters[1] * shift);
  }

  @Override
  public double rate(double[] parameters) {
    return isRate ? parameters[1] * unit : Double.NaN;
  }

  @Override
  public double offset(double[] parameters) {
    return Double.NaN;
  }
}
