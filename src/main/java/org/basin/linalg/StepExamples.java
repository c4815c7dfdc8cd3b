package org.basin.linalg;

/**
 * The examples of a step, example after example, in double or in float. Those in float are there in
 * double too, for whoever wants to see them, but are widened only then.
 */
public final class StepExamples {

  private final Matrix inputs;
  private final Matrix labels;
  private final float[] floatInputs;
  private final float[] floatLabels;

  /** Whether the matrices are behind the floats. */
  private boolean isBehind;

  private StepExamples(Matrix inputs, Matrix labels, boolean isFloat) {
    this.inputs = inputs;
    this.labels = labels;
    this.floatInputs = isFloat ? new float[inputs.data().length] : null;
    this.floatLabels = isFloat ? new float[labels.data().length] : null;
  }

  /**
   * Room for examples, all zero.
   *
   * @param inputs numbers of an input
   * @param outputs numbers of a label
   */
  public StepExamples(int inputs, int outputs, int count, Precision precision) {
    this(new Matrix(inputs, count), new Matrix(outputs, count), precision == Precision.FLOAT);
  }

  /**
   * Examples in double, around matrices.
   *
   * @param inputs (inputs × examples)
   * @param labels (outputs × examples)
   */
  public static StepExamples of(Matrix inputs, Matrix labels) {
    return new StepExamples(inputs, labels, false);
  }

  /** How many examples. */
  public int count() {
    return labels.columns();
  }

  /** Whether they stand in the same place as others, and so are the same ones. */
  public boolean areThose(StepExamples others) {
    return inputs == others.inputs;
  }

  /** The inputs (inputs × examples), always the same matrix; to be filled where in double. */
  public Matrix inputs() {
    widen();
    return inputs;
  }

  /** The labels (outputs × examples), likewise. */
  public Matrix labels() {
    widen();
    return labels;
  }

  /** The inputs in float, in the order of the matrix; null where examples are in double. */
  public float[] floatInputs() {
    return floatInputs;
  }

  /** The labels in float, likewise. */
  public float[] floatLabels() {
    return floatLabels;
  }

  /** To be called when the floats have been filled. */
  public void areFilled() {
    isBehind = true;
  }

  private void widen() {
    if (isBehind) {
      widen(floatInputs, inputs.data());
      widen(floatLabels, labels.data());
      isBehind = false;
    }
  }

  private static void widen(float[] from, double[] to) {
    for (int i = 0; i < from.length; i++) {
      to[i] = from[i];
    }
  }
}
