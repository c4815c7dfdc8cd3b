package org.basin.kernel.floats;

import org.basin.linalg.StepExamples;

/** Numbers from outside, as kernels of this precision take them. */
public final class Real {

  /** Times any positive number, twice, at least 1. */
  static final float LARGE = 1e30f;

  private Real() {}

  /** The nearest number of this precision. */
  public static float of(double x) {
    return (float) x;
  }

  /** Room for {@link #of(double[], float[])} to convert so many numbers into. */
  static float[] room(int size) {
    return new float[size];
  }

  /** The nearest numbers of this precision, in {@code room}. */
  static float[] of(double[] numbers, float[] room) {
    for (int i = 0; i < numbers.length; i++) {
      room[i] = (float) numbers[i];
    }
    return room;
  }

  /** The inputs of a step, in their place if they are of this precision, else in {@code room}. */
  static float[] inputs(StepExamples examples, float[] room) {
    float[] x = examples.floatInputs();
    return x == null ? of(examples.inputs().data(), room) : x;
  }

  /** The labels, likewise. */
  static float[] labels(StepExamples examples, float[] room) {
    float[] y = examples.floatLabels();
    return y == null ? of(examples.labels().data(), room) : y;
  }
}
