package org.basin.kernel.doubles;

import org.basin.kernel.Wide;

/**
 * As many lanes as a SIMD vector has, of trials with one tensor: every number stands beside the
 * same number of the other lanes, element i of lane l at {@code i * width + l}.
 */
public final class LaneGroup {

  /** Lanes. */
  public final int width;

  /** The tensor, row by row, padded with rows of zeros. */
  public final double[] weights;

  /** The momentum's memory, likewise. */
  public final double[] velocity;

  /** The inputs, feature by feature: feature k of example e is number {@code k * examples + e}. */
  public final double[] inputs;

  /** The labels. */
  public final double[] labels;

  /** Room for a number an example. */
  public final double[] outer;

  /** Room for a number a neuron and example. */
  public final double[] hidden;

  /** Room for the gradient, row by row. */
  public final double[] gradient;

  /** The step's loss, by lane. */
  public final double[] loss;

  /** The step's size, by lane. */
  public final double[] stepSize;

  /** μ, by lane. */
  public final double[] momentum;

  /** λ, by lane. */
  public final double[] weightDecay;

  private final double[] savedWeights;
  private final double[] savedVelocity;

  /**
   * @param neurons rows of the tensor, padding included
   * @param features of an input: columns of the tensor
   */
  LaneGroup(int width, int neurons, int features, int examples) {
    int elements = neurons * features;
    this.width = width;
    this.weights = new double[elements * width];
    this.velocity = new double[elements * width];
    this.inputs = new double[features * examples * width];
    this.labels = new double[examples * width];
    this.outer = new double[examples * width];
    this.hidden = new double[neurons * examples * width];
    this.gradient = new double[elements * width];
    this.loss = new double[width];
    this.stepSize = new double[width];
    this.momentum = new double[width];
    this.weightDecay = new double[width];
    this.savedWeights = new double[elements * width];
    this.savedVelocity = new double[elements * width];
  }

  void save() {
    System.arraycopy(weights, 0, savedWeights, 0, weights.length);
    System.arraycopy(velocity, 0, savedVelocity, 0, velocity.length);
  }

  void restore() {
    System.arraycopy(savedWeights, 0, weights, 0, weights.length);
    System.arraycopy(savedVelocity, 0, velocity, 0, velocity.length);
  }

  /** Takes into lane {@code to} what stands in lane {@code lane} of {@code from}. */
  void take(int to, LaneGroup from, int lane) {
    double[][] mine = arrays();
    double[][] theirs = from.arrays();
    for (int k = 0; k < mine.length; k++) {
      for (int i = 0; i < mine[k].length; i += width) {
        mine[k][i + to] = theirs[k][i + lane];
      }
    }
  }

  /** Sets a lane's elements of {@code array} to those given, and the rest to 0. */
  void set(double[] array, int lane, @Wide double[] elements) {
    for (int i = 0; i * width < array.length; i++) {
      array[i * width + lane] = i < elements.length ? Real.of(elements[i]) : 0;
    }
  }

  private double[][] arrays() {
    return new double[][] {weights, velocity, inputs, labels, momentum, weightDecay};
  }

  @Override
  public String toString() {
    return width + " lanes of " + weights.length / width + " weights";
  }
}
