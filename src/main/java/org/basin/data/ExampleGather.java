package org.basin.data;

import org.basin.linalg.StepExamples;

/**
 * Copies examples from random places of a training set. A plain copy would wait for memory at each
 * example. So loops first read one number of each of their cache lines, so that many lines are
 * loaded at the same time.
 */
final class ExampleGather {

  /**
   * The number of examples that are read before they are copied; so many fit into the first-level
   * cache.
   */
  private static final int BLOCK = 20;

  /** The number of doubles in a cache line. */
  private static final int LINE = 8;

  private final TrainingSet set;

  /** The sum of the numbers read first, kept so that the JVM does not remove the reading. */
  @SuppressWarnings("UnusedVariable")
  private double read;

  ExampleGather(TrainingSet set) {
    this.set = set;
  }

  /**
   * Fills {@code step}.
   *
   * @param chosen indices of examples of the set, used from index {@code from} on
   */
  void copy(int[] chosen, int from, StepExamples step) {
    for (int c = 0; c < step.count(); c += BLOCK) {
      int size = Math.min(BLOCK, step.count() - c);
      if (step.floatInputs() == null) {
        copyDoubles(chosen, from + c, size, step, c);
      } else {
        copyFloats(chosen, from + c, size, step, c);
      }
    }
    if (step.floatInputs() != null) {
      step.markFilled();
    }
  }

  private void copyDoubles(int[] chosen, int from, int size, StepExamples step, int to) {
    int features = set.inputs();
    int numbers = set.outputs();
    double[] inputs = set.examples().data();
    double[] labels = set.labels().data();
    double[] inputsTo = step.inputs().data();
    double[] labelsTo = step.labels().data();
    double sum = 0;
    for (int c = 0; c < size; c++) {
      sum += sum(inputs, chosen[from + c] * features, features);
    }
    read = sum;
    for (int c = 0; c < size; c++) {
      int i = chosen[from + c];
      System.arraycopy(inputs, i * features, inputsTo, (to + c) * features, features);
      System.arraycopy(labels, i * numbers, labelsTo, (to + c) * numbers, numbers);
    }
  }

  private void copyFloats(int[] chosen, int from, int size, StepExamples step, int to) {
    int features = set.inputs();
    int numbers = set.outputs();
    float[] inputs = set.examples().floats();
    float[] labels = set.labels().floats();
    double sum = 0;
    for (int c = 0; c < size; c++) {
      sum += sum(inputs, chosen[from + c] * features, features);
    }
    read = sum;
    for (int c = 0; c < size; c++) {
      int i = chosen[from + c];
      System.arraycopy(inputs, i * features, step.floatInputs(), (to + c) * features, features);
      System.arraycopy(labels, i * numbers, step.floatLabels(), (to + c) * numbers, numbers);
    }
  }

  /** The sum of one number of each cache line. */
  private static double sum(double[] numbers, int at, int size) {
    double sum = numbers[at + size - 1];
    for (int i = 0; i < size; i += LINE) {
      sum += numbers[at + i];
    }
    return sum;
  }

  /** The same in float. */
  private static double sum(float[] numbers, int at, int size) {
    float sum = numbers[at + size - 1];
    for (int i = 0; i < size; i += 2 * LINE) {
      sum += numbers[at + i];
    }
    return sum;
  }
}
