package org.basin.nn.lanes.doubles;

import org.basin.nn.lanes.StepExamples;
import org.basin.nn.lanes.Wide;

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
  private double[] shared;
  private double[] own;
  private double[] examples;

  /**
   * @param elements of all layers
   * @param rows of all layers
   */
  DeepLinearGroup(int width, int features, int elements, int rows) {
    this.width = width;
    this.features = features;
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

  /**
   * The inputs times their labels, example by example, for every lane if {@link #isShared}, else
   * lanes beside each other.
   */
  public double[] examples() {
    return examples;
  }

  /** Whether all lanes have the same examples, so that these stand there once. */
  public boolean isShared() {
    return examples != own;
  }

  /** Gives all lanes the examples that {@code other} has, which shares them. */
  void shareWith(DeepLinearGroup other) {
    examples = other.examples;
  }

  /** Gives all lanes the same examples. */
  void share(StepExamples given) {
    @Wide double[] x = given.inputs().data();
    @Wide double[] y = given.labels().data();
    if (shared == null || shared.length < x.length) {
      shared = new double[x.length];
    }
    for (int e = 0, i = 0; e < y.length; e++) {
      for (int c = 0; c < features; c++, i++) {
        shared[i] = Real.of(y[e] * x[i]);
      }
    }
    examples = shared;
  }

  /** Gives lane {@code lane} examples of its own; the others must get theirs. */
  void own(int lane, StepExamples given) {
    @Wide double[] x = given.inputs().data();
    @Wide double[] y = given.labels().data();
    if (own == null || own.length < x.length * width) {
      own = new double[x.length * width];
    }
    for (int e = 0, i = 0, to = lane; e < y.length; e++) {
      for (int c = 0; c < features; c++, i++, to += width) {
        own[to] = Real.of(y[e] * x[i]);
      }
    }
    examples = own;
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
