package org.basin.kernel.doubles;

import org.basin.linalg.StepExamples;

/**
 * As many deep linear networks as a SIMD vector has lanes: every number stands beside the same
 * number of the other lanes, element i of lane l at {@code i * width + l}.
 */
public final class DeepLinearGroup {

  /** Lanes. */
  public final int width;

  /** W₁, then W₂ …, each row by row. */
  public final double[] weights;

  /** The momentum's memory, likewise. */
  public final double[] velocity;

  /** w = (W_N ⋯ W₁)ᵀ, one number a feature. */
  public final double[] direction;

  /** Σ σ(−m) y x over the examples: −∂/∂w of the sum of the losses. */
  public final double[] pull;

  /** W_N ⋯ W_{i+1} for layer i, a number a row of it, from the lowest layer to the last. */
  public final double[] above;

  /** Σ ln(1 + e^{−m}) if asked for exactly, else Σ max(0, −m); by lane. */
  public final double[] losses;

  /** Σ e^{−|m|} unless losses are exact, by lane. */
  public final double[] smalls;

  /** The step's size, by lane. */
  public final double[] stepSize;

  /** μ, by lane. */
  public final double[] momentum;

  /** λ, by lane. */
  public final double[] weightDecay;

  private final int features;

  /** The inputs of lanes that have examples of their own, or of the first lane for all. */
  private final double[][] inputs;

  private final double[][] labels;

  /** Room for inputs and labels of this precision, where they are not. */
  private final double[][] inputRoom;

  private final double[][] labelRoom;

  /** Lanes that have their own. */
  private int owners;

  private double[] ownShared = {};

  /** Null where lanes have their own. */
  private double[] shared;

  /**
   * @param elements of all layers
   * @param rows of all layers
   */
  DeepLinearGroup(int width, int features, int elements, int rows) {
    this.width = width;
    this.features = features;
    this.inputs = new double[width][];
    this.labels = new double[width][];
    this.inputRoom = new double[width][0];
    this.labelRoom = new double[width][0];
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

  /** Whether all lanes have the same examples, so that {@link #shared} has them. */
  public boolean isShared() {
    return shared != null;
  }

  /** The inputs times their labels, example by example, for every lane. */
  public double[] shared() {
    return shared;
  }

  /** How many lanes from the first have examples of their own, if not {@link #isShared}. */
  public int owners() {
    return owners;
  }

  /** The inputs of a lane that has its own, example by example. */
  public double[] inputs(int lane) {
    return inputs[lane];
  }

  /** The labels of a lane that has its own examples. */
  public double[] labels(int lane) {
    return labels[lane];
  }

  /** Gives all lanes the examples that {@code other} has, which shares them. */
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

  /** Gives the lanes examples of their own, those from {@code first} to before {@code end}. */
  void own(StepExamples[] given, int first, int end) {
    owners = end - first;
    for (int l = 0; l < owners; l++) {
      take(l, given[first + l]);
    }
    shared = null;
  }

  private void take(int lane, StepExamples given) {
    if (labelRoom[lane].length < given.count()) {
      inputRoom[lane] = Real.room(given.count() * features);
      labelRoom[lane] = Real.room(given.count());
    }
    inputs[lane] = Real.inputs(given, inputRoom[lane]);
    labels[lane] = Real.labels(given, labelRoom[lane]);
  }

  /** Takes into lane {@code to} what stands in lane {@code lane} of {@code from}, but examples. */
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
