package org.basin.kernel.floats;

import org.basin.linalg.StepExamples;

/** Converts numbers to the precision of these kernels. */
public final class Real {

  /** The bytes of a number. */
  static final int BYTES = Float.BYTES;

  /** Times any positive number, twice, at least 1. */
  static final float LARGE = 1e30f;

  private Real() {}

  /** The nearest number of this precision. */
  public static float of(double x) {
    return (float) x;
  }

  /** Memory into which {@link #of(double[], float[])} converts {@code size} numbers. */
  static float[] memory(int size) {
    return new float[size];
  }

  /** The nearest numbers of this precision, in {@code converted}. */
  static float[] of(double[] numbers, float[] converted) {
    for (int i = 0; i < numbers.length; i++) {
      converted[i] = (float) numbers[i];
    }
    return converted;
  }

  /**
   * The inputs of a step, without a copy if they have this precision, else in {@code converted}.
   */
  static float[] inputs(StepExamples examples, float[] converted) {
    float[] x = examples.floatInputs();
    return x == null ? of(examples.inputs().data(), converted) : x;
  }

  /** The labels of a step, in the same way. */
  static float[] labels(StepExamples examples, float[] converted) {
    float[] y = examples.floatLabels();
    return y == null ? of(examples.labels().data(), converted) : y;
  }
}
