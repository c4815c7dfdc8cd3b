package org.basin.linalg;

/**
 * The examples of one training step, stored one after another, in double or in float. Float
 * examples can also be read in double; they are converted when they are first read so.
 */
public final class StepExamples {

  private final Matrix inputs;
  private final Matrix labels;
  private final float[] floatInputs;
  private final float[] floatLabels;

  /** Whether the float arrays have been filled since the matrices were last updated from them. */
  private boolean isStale;

  private StepExamples(Matrix inputs, Matrix labels, boolean isFloat) {
    this.inputs = inputs;
    this.labels = labels;
    this.floatInputs = isFloat ? new float[inputs.data().length] : null;
    this.floatLabels = isFloat ? new float[labels.data().length] : null;
  }

  /**
   * Makes memory for {@code count} examples, all zero.
   *
   * @param inputs the number of features of an example
   * @param outputs the number of outputs in a label
   */
  public StepExamples(int inputs, int outputs, int count, Precision precision) {
    this(new Matrix(inputs, count), new Matrix(outputs, count), precision == Precision.FLOAT);
  }

  /**
   * Makes examples in double that use these matrices themselves, not copies.
   *
   * @param inputs (inputs × examples)
   * @param labels (outputs × examples)
   */
  public static StepExamples of(Matrix inputs, Matrix labels) {
    return new StepExamples(inputs, labels, false);
  }

  /** The number of examples. */
  public int count() {
    return labels.columns();
  }

  /** Whether both use the same memory, and so hold the same examples. */
  public boolean sharesMemoryWith(StepExamples others) {
    return inputs == others.inputs;
  }

  /**
   * The inputs (inputs × examples), always the same matrix; the caller fills it if the examples are
   * in double.
   */
  public Matrix inputs() {
    widen();
    return inputs;
  }

  /** The labels (outputs × examples), always the same matrix; filled like {@link #inputs()}. */
  public Matrix labels() {
    widen();
    return labels;
  }

  /** The inputs in float, in the matrix's order; null if the examples are in double. */
  public float[] floatInputs() {
    return floatInputs;
  }

  /** The labels in float, in the matrix's order; null if the examples are in double. */
  public float[] floatLabels() {
    return floatLabels;
  }

  /** Tells this object that the caller has filled the float arrays. */
  public void markFilled() {
    isStale = true;
  }

  private void widen() {
    if (isStale) {
      widen(floatInputs, inputs.data());
      widen(floatLabels, labels.data());
      isStale = false;
    }
  }

  private static void widen(float[] from, double[] to) {
    for (int i = 0; i < from.length; i++) {
      to[i] = from[i];
    }
  }
}
