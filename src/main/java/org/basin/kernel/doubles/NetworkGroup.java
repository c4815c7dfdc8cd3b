package org.basin.kernel.doubles;

import org.basin.kernel.LaneTrial;
import org.basin.kernel.Wide;
import org.basin.linalg.Matrix;
import org.basin.nn.Parameters;
import org.basin.nn.UpdateTerms;

/**
 * A group of networks, as many as a SIMD vector has elements. The same number of all lanes is
 * adjacent in memory: element i of lane l has the index {@code i * width + l}.
 */
final class NetworkGroup {

  /** All tensors, the trained ones first, and what the update keeps for them. */
  final LaneState state;

  /** The sum of the loss's terms of each lane. */
  final double[] sum;

  /** The step size of each lane. */
  private final double[] stepSize;

  /** The factor on the step size of each tensor, in the order of the layout, and lane. */
  private final double[][] stepScales;

  /** A tensor's step size of each lane. */
  private final double[] scaled;

  /** The inputs of the examples, example by example; groups may share them. */
  private LaneArray inputs;

  /** Whether {@link #inputs} are numbers, the same in all lanes. */
  private boolean hasUniformInputs;

  /** Their labels, example by example. */
  private LaneArray labels;

  private LaneArray ownInputs;
  private LaneArray ownLabels;

  private final LaneMemory memory;
  private final NetworkLayout layout;
  private final int width;
  private final double[][] saved;

  NetworkGroup(NetworkLayout layout, int width, UpdateTerms rule, LaneMemory memory) {
    this.memory = memory;
    this.layout = layout;
    this.width = width;
    int trained = layout.trainedLength();
    this.state = new LaneState(layout.length(), trained, trained, width, rule, memory::array);
    this.sum = new double[width];
    this.stepSize = new double[width];
    this.stepScales = new double[layout.tensors().size()][width];
    this.scaled = new double[width];
    this.saved =
        new double[][] {
          new double[trained],
          new double[state.velocity.length()],
          new double[state.square.length()]
        };
    this.ownInputs = memory.array(0);
    this.ownLabels = ownInputs;
    this.inputs = ownInputs;
    this.labels = ownLabels;
  }

  /** Puts a trial at step 0 into a lane. */
  void put(int lane, LaneTrial trial) {
    for (NetworkLayout.Tensor tensor : layout.tensors()) {
      Matrix w = trial.parameters().get(tensor.index());
      for (int r = 0, at = tensor.at() + lane; r < tensor.rows(); r++) {
        for (int c = 0; c < tensor.columns(); c++, at += width) {
          state.weights.set(at, Real.of(w.get(r, c)));
        }
      }
    }
    clear(state.velocity, lane);
    clear(state.square, lane);
    state.factors.put(lane, trial.update());
    for (int t = 0; t < stepScales.length; t++) {
      stepScales[t][lane] = Real.of(trial.stepScales().get(layout.tensors().get(t).index()));
    }
  }

  private void clear(LaneArray array, int lane) {
    for (int i = lane; i < array.length(); i += width) {
      array.set(i, 0);
    }
  }

  /** Reads the trained tensors of a lane. */
  void get(int lane, Parameters parameters) {
    for (NetworkLayout.Tensor tensor : layout.tensors()) {
      Matrix w = parameters.get(tensor.index());
      for (int r = 0, at = tensor.at() + lane; r < tensor.rows() && tensor.isTrained(); r++) {
        for (int c = 0; c < tensor.columns(); c++, at += width) {
          w.set(r, c, state.weights.get(at));
        }
      }
    }
  }

  /**
   * Uses memory of its own for examples.
   *
   * @param inputSize the number of values in the inputs of a lane
   * @param labelSize the number of values in its labels
   * @param uniform whether the inputs are the same in all lanes, and so stored once
   */
  void reserve(int inputSize, int labelSize, boolean uniform) {
    int size = uniform ? inputSize : inputSize * width;
    if (ownInputs.length() < size) {
      ownInputs = memory.array(size);
    }
    if (ownLabels.length() < labelSize * width) {
      ownLabels = memory.array(labelSize * width);
    }
    inputs = ownInputs;
    labels = ownLabels;
    hasUniformInputs = uniform;
  }

  /** Uses the examples of another group. */
  void share(NetworkGroup other) {
    inputs = other.inputs;
    labels = other.labels;
    hasUniformInputs = other.hasUniformInputs;
  }

  /** The array of the inputs. */
  LaneArray inputs() {
    return inputs;
  }

  /** The array of the labels. */
  LaneArray labels() {
    return labels;
  }

  /**
   * The inputs from example {@code first} on (features × examples).
   *
   * @param features the number of features of an input
   */
  LaneMatrix inputs(int first, int features) {
    int at = first * features;
    return hasUniformInputs
        ? LaneMatrix.uniform(inputs, at, 1, features)
        : new LaneMatrix(inputs, at * width, width, features * width);
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
    LaneArray[] kept = arrays();
    for (int k = 0; k < saved.length; k++) {
      kept[k].copyTo(saved[k]);
    }
    state.factors.save();
  }

  void restore() {
    LaneArray[] kept = arrays();
    for (int k = 0; k < saved.length; k++) {
      kept[k].copyFrom(saved[k], saved[k].length);
    }
    state.factors.restore();
  }

  /** Copies lane {@code lane} of {@code from} to lane {@code to}, except its examples. */
  void take(int to, NetworkGroup from, int lane) {
    LaneArray[] mine = arrays();
    LaneArray[] theirs = from.arrays();
    for (int k = 0; k < mine.length; k++) {
      for (int i = 0; i < mine[k].length(); i += width) {
        mine[k].set(i + to, theirs[k].get(i + lane));
      }
    }
    state.factors.take(to, from.state.factors, lane);
    for (int t = 0; t < stepScales.length; t++) {
      stepScales[t][to] = from.stepScales[t][lane];
    }
  }

  /** The arrays of the state; the gradient, which is not saved, is last. */
  private LaneArray[] arrays() {
    return new LaneArray[] {state.weights, state.velocity, state.square, state.gradient};
  }
}
