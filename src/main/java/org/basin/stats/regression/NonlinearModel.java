package org.basin.stats.regression;

/** A function of an observation's number and of parameters, which is fitted by least squares. */
public interface NonlinearModel {

  /** The model's value at observation {@code i}; NaN where the parameters do not define it. */
  double value(double[] parameters, int i);

  /** Writes the derivatives of {@link #value} by the parameters into {@code derivatives}. */
  void gradient(double[] parameters, int i, double[] derivatives);
}
