package org.basin.kernel.doubles;

import org.basin.linalg.StepExamples;

/** Converts numbers to the precision of these kernels. */
public final class Real {

  /** The bytes of a number. */
  static final int BYTES = Double.BYTES;

  /** A number so large that any positive number, multiplied by it twice, is at least 1. */
  static final double LARGE = 1e300;

  private Real() {}

  /** The nearest number of this precision. */
  public static double of(double x) {
    return x;
  }

  /** Memory into which {@link #of(double[], double[])} converts {@code size} numbers. */
  static double[] memory(int size) {
    return new double[0];
  }

  /**
   * The nearest numbers of this precision: {@code numbers} itself if it has this precision, else
   * {@code converted}.
   */
  static double[] of(double[] numbers, double[] converted) {
    return numbers;
  }

  /**
   * The inputs of a step, without a copy if they have this precision, else in {@code converted}.
   */
  static double[] inputs(StepExamples examples, double[] converted) {
    return examples.inputs().data();
  }

  /** The labels of a step, in the same way. */
  static double[] labels(StepExamples examples, double[] converted) {
    return examples.labels().data();
  }
}
