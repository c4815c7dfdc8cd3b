package org.basin.kernel.doubles;

import org.basin.linalg.StepExamples;

/** Numbers from outside, as kernels of this precision take them. */
public final class Real {

  /** Times any positive number, twice, at least 1. */
  static final double LARGE = 1e300;

  private Real() {}

  /** The nearest number of this precision. */
  public static double of(double x) {
    return x;
  }

  /** Room for {@link #of(double[], double[])} to convert so many numbers into. */
  static double[] room(int size) {
    return new double[0];
  }

  /** The nearest numbers of this precision: in {@code room}, or {@code numbers} if they are. */
  static double[] of(double[] numbers, double[] room) {
    return numbers;
  }

  /** The inputs of a step, in their place if they are of this precision, else in {@code room}. */
  static double[] inputs(StepExamples examples, double[] room) {
    return examples.inputs().data();
  }

  /** The labels, likewise. */
  static double[] labels(StepExamples examples, double[] room) {
    return examples.labels().data();
  }
}
