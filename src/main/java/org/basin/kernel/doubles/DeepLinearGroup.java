package org.basin.kernel.doubles;

import org.basin.linalg.StepExamples;

/**
 * A group of deep linear networks, as many as a SIMD vector has elements. The same number of all
 * lanes is adjacent in memory: element i of lane l has the index {@code i * width + l}.
 */
public final class DeepLinearGroup {

  /** The number of lanes. */
  public final int width;

  /** W₁, then W₂ …, each row by row. */
  public final double[] weights;

  /** The velocities of the momentum, in the same order. */
  public final double[] velocity;

  /** w = (W_N ⋯ W₁)ᵀ, one number per feature. */
  public final double[] direction;

  /** Σ σ(−m) y x over the examples, which is −∂/∂w of the sum of the losses. */
  public final double[] pull;

  /**
   * W_N ⋯ W_{i+1} for each layer i, one number per row of the layer, from the lowest layer to the
   * last.
   */
  public final double[] above;

  /** For each lane, Σ ln(1 + e^{−m}) if losses are exact, else Σ max(0, −m). */
  public final double[] losses;

  /** For each lane, Σ e^{−|m|}, unless losses are exact. */
  public final double[] smalls;

  /** The step size of each lane. */
  public final double[] stepSize;

  /** The momentum μ of each lane. */
  public final double[] momentum;

  /** The weight decay λ of each lane. */
  public final double[] weightDecay;

  private final int features;

  /** The inputs of each lane with separate examples, or those of the first lane for all. */
  private final double[][] inputs;

  private final double[][] labels;

  /** Memory for inputs and labels that are converted to this precision. */
  private final double[][] convertedInputs;

  private final double[][] convertedLabels;

  /** The number of lanes with separate examples. */
  private int owners;

  private double[] ownShared = {};

  /** Null if lanes have separate examples. */
  private double[] shared;

  /**
   * @param elements the number of elements of all layers
   * @param rows the number of rows of all layers
   */
  DeepLinearGroup(int width, int features, int elements, int rows) {
    this.width = width;
    this.features = features;
    this.inputs = new double[width][];
    this.labels = new double[width][];
    this.convertedInputs = new double[width][0];
    this.convertedLabels = new double[width][0];
    this.weights = new double[elements * width];
    this.velocity = new double[elements * width];
    this.direction = new double[features * width];
    this.pull = new double[features * width];
    this.above = new double[rows * width];
    this.losses = new double[width];
    this.smalls = new double[width];
    this.stepSize = new double[width];
    this.momentum = new double[width];
    this.weightDecay = new double[width];
  }

  /** Whether all lanes have the same examples, which {@link #shared} then holds. */
  public boolean isShared() {
    return shared != null;
  }

  /** The products of inputs and labels, example by example, for all lanes. */
  public double[] shared() {
    return shared;
  }

  /** The number of lanes, from the first, with separate examples, if not {@link #isShared}. */
  public int owners() {
    return owners;
  }

  /** The inputs of a lane with separate examples, example by example. */
  public double[] inputs(int lane) {
    return inputs[lane];
  }

  /** The labels of a lane with separate examples. */
  public double[] labels(int lane) {
    return labels[lane];
  }

  /** Gives all lanes the examples that all lanes of {@code other} share. */
  void shareWith(DeepLinearGroup other) {
    shared = other.shared;
  }

  /** Gives all lanes the same examples. */
  void share(StepExamples given) {
    take(0, given);
    double[] x = inputs[0];
    double[] y = labels[0];
    int count = given.count();
    if (ownShared.length < count * features) {
      ownShared = new double[count * features];
    }
    for (int e = 0, i = 0; e < count; e++) {
      for (int c = 0; c < features; c++, i++) {
        ownShared[i] = y[e] * x[i];
      }
    }
    shared = ownShared;
  }

  /** Gives the lanes separate examples: those from {@code first} to before {@code end}. */
  void own(StepExamples[] given, int first, int end) {
    owners = end - first;
    for (int l = 0; l < owners; l++) {
      take(l, given[first + l]);
    }
    shared = null;
  }

  private void take(int lane, StepExamples given) {
    if (convertedLabels[lane].length < given.count()) {
      convertedInputs[lane] = Real.memory(given.count() * features);
      convertedLabels[lane] = Real.memory(given.count());
    }
    inputs[lane] = Real.inputs(given, convertedInputs[lane]);
    labels[lane] = Real.labels(given, convertedLabels[lane]);
  }

  /** Copies lane {@code lane} of {@code from} to lane {@code to}, except its examples. */
  void take(int to, DeepLinearGroup from, int lane) {
    double[][] mine = arrays();
    double[][] theirs = from.arrays();
    for (int k = 0; k < mine.length; k++) {
      for (int i = 0; i < mine[k].length; i += width) {
        mine[k][i + to] = theirs[k][i + lane];
      }
    }
  }

  private double[][] arrays() {
    return new double[][] {weights, velocity, pull, above, momentum, weightDecay};
  }
}
