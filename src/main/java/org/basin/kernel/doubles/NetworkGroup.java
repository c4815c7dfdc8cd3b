package org.basin.kernel.doubles;

import org.basin.kernel.LaneTrial;
import org.basin.kernel.Wide;
import org.basin.linalg.Matrix;
import org.basin.nn.AdamTerms;
import org.basin.nn.DescentTerms;
import org.basin.nn.Parameters;
import org.basin.nn.UpdateTerms;

/**
 * A group of networks, as many as a SIMD vector has elements. The same number of all lanes is
 * adjacent in memory: element i of lane l has the index {@code i * width + l}.
 */
public final class NetworkGroup {

  /** All tensors, the trained ones first. */
  public final double[] weights;

  /** The gradients of the trained tensors, in the same order. */
  public final double[] gradient;

  /** The velocities of the momentum, or Adam's running mean; empty without either. */
  public final double[] velocity;

  /** Adam's running mean of squares; empty for another update. */
  public final double[] square;

  /** The factors of the update. */
  public final LaneFactors factors;

  /** The sum of the loss's terms of each lane. */
  final double[] sum;

  /** The step size of each lane. */
  private final double[] stepSize;

  /** The factor on the step size of each tensor, in the order of the layout, and lane. */
  private final double[][] stepScales;

  /** A tensor's step size of each lane. */
  private final double[] scaled;

  /** The inputs of the examples, example by example; groups may share them. */
  double[] inputs = {};

  /** Their labels, example by example. */
  double[] labels = {};

  private double[] ownInputs = {};
  private double[] ownLabels = {};

  private final NetworkLayout layout;
  private final int width;
  private final double[][] state;
  private final double[][] saved;

  NetworkGroup(NetworkLayout layout, int width, UpdateTerms rule) {
    this.layout = layout;
    this.width = width;
    int trained = layout.trainedLength();
    boolean isAdam = rule instanceof AdamTerms;
    boolean hasVelocity = !(rule instanceof DescentTerms descent) || descent.momentum();
    this.weights = new double[layout.length()];
    this.gradient = new double[trained];
    this.velocity = new double[hasVelocity ? trained : 0];
    this.square = new double[isAdam ? trained : 0];
    this.factors = new LaneFactors(width);
    this.sum = new double[width];
    this.stepSize = new double[width];
    this.stepScales = new double[layout.tensors().size()][width];
    this.scaled = new double[width];
    this.state = new double[][] {weights, velocity, square};
    this.saved = new double[][] {new double[trained], velocity.clone(), square.clone()};
  }

  /** Puts a trial at step 0 into a lane. */
  void put(int lane, LaneTrial trial) {
    for (NetworkLayout.Tensor tensor : layout.tensors()) {
      Matrix w = trial.parameters().get(tensor.index());
      for (int r = 0, at = tensor.at() + lane; r < tensor.rows(); r++) {
        for (int c = 0; c < tensor.columns(); c++, at += width) {
          weights[at] = Real.of(w.get(r, c));
        }
      }
    }
    clear(velocity, lane);
    clear(square, lane);
    factors.put(lane, trial.update());
    for (int t = 0; t < stepScales.length; t++) {
      stepScales[t][lane] = Real.of(trial.stepScales().get(layout.tensors().get(t).index()));
    }
  }

  private void clear(double[] array, int lane) {
    for (int i = lane; i < array.length; i += width) {
      array[i] = 0;
    }
  }

  /** Reads the trained tensors of a lane. */
  void get(int lane, Parameters parameters) {
    for (NetworkLayout.Tensor tensor : layout.tensors()) {
      Matrix w = parameters.get(tensor.index());
      for (int r = 0, at = tensor.at() + lane; r < tensor.rows() && tensor.isTrained(); r++) {
        for (int c = 0; c < tensor.columns(); c++, at += width) {
          w.set(r, c, weights[at]);
        }
      }
    }
  }

  /** Uses memory of its own for examples, for so many numbers of inputs and labels of a lane. */
  void reserve(int inputSize, int labelSize) {
    if (ownInputs.length < inputSize * width || ownLabels.length < labelSize * width) {
      ownInputs = new double[inputSize * width];
      ownLabels = new double[labelSize * width];
    }
    inputs = ownInputs;
    labels = ownLabels;
  }

  /** Uses the examples of another group. */
  void share(NetworkGroup other) {
    inputs = other.inputs;
    labels = other.labels;
  }

  void setStepSizes(@Wide double[] stepSizes, int at) {
    for (int l = 0; l < width; l++) {
      stepSize[l] = Real.of(stepSizes[at + l]);
    }
  }

  /** The step size of each lane for all tensors. */
  double[] stepSizes() {
    return stepSize;
  }

  /** The step size of each lane for tensor {@code t} of the layout; valid until the next call. */
  double[] stepSizes(int t) {
    for (int l = 0; l < width; l++) {
      scaled[l] = stepSize[l] * stepScales[t][l];
    }
    return scaled;
  }

  void save() {
    for (int k = 0; k < state.length; k++) {
      System.arraycopy(state[k], 0, saved[k], 0, saved[k].length);
    }
    factors.save();
  }

  void restore() {
    for (int k = 0; k < state.length; k++) {
      System.arraycopy(saved[k], 0, state[k], 0, saved[k].length);
    }
    factors.restore();
  }

  /** Copies lane {@code lane} of {@code from} to lane {@code to}, except its examples. */
  void take(int to, NetworkGroup from, int lane) {
    double[][] mine = {weights, velocity, square, gradient};
    double[][] theirs = {from.weights, from.velocity, from.square, from.gradient};
    for (int k = 0; k < mine.length; k++) {
      for (int i = 0; i < mine[k].length; i += width) {
        mine[k][i + to] = theirs[k][i + lane];
      }
    }
    factors.take(to, from.factors, lane);
    for (int t = 0; t < stepScales.length; t++) {
      stepScales[t][to] = from.stepScales[t][lane];
    }
  }
}
