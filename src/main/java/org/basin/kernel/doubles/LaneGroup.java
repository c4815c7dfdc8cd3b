package org.basin.kernel.doubles;

import org.basin.kernel.Wide;

/**
 * A group of trials with one tensor, as many as a SIMD vector has elements. The same number of all
 * lanes is adjacent in memory: element i of lane l has the index {@code i * width + l}.
 */
public final class LaneGroup {

  /** The number of lanes. */
  public final int width;

  /** The tensor, row by row, padded with rows of zeros. */
  public final double[] weights;

  /** The velocities of the momentum, in the same order. */
  public final double[] velocity;

  /**
   * The inputs, feature by feature: feature k of example e has the number {@code k * examples + e}.
   */
  public final double[] inputs;

  /** The labels. */
  public final double[] labels;

  /** Memory for one number per example. */
  public final double[] outer;

  /** Memory for one number per neuron and example. */
  public final double[] hidden;

  /** Memory for the gradient, row by row. */
  public final double[] gradient;

  /** The step's loss of each lane. */
  public final double[] loss;

  /** The step size of each lane. */
  public final double[] stepSize;

  /** The momentum μ of each lane. */
  public final double[] momentum;

  /** The weight decay λ of each lane. */
  public final double[] weightDecay;

  private final double[] savedWeights;
  private final double[] savedVelocity;

  /**
   * @param neurons the rows of the tensor, including padding
   * @param features the features of an input, which are the columns of the tensor
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

  /** Copies lane {@code lane} of {@code from} to lane {@code to}. */
  void take(int to, LaneGroup from, int lane) {
    double[][] mine = arrays();
    double[][] theirs = from.arrays();
    for (int k = 0; k < mine.length; k++) {
      for (int i = 0; i < mine[k].length; i += width) {
        mine[k][i + to] = theirs[k][i + lane];
      }
    }
  }

  /** Sets a lane's elements of {@code array} to the given numbers, and the rest to 0. */
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
