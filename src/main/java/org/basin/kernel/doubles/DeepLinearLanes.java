package org.basin.kernel.doubles;

import java.util.Arrays;
import org.basin.kernel.DeepLinearShape;
import org.basin.kernel.LaneTrial;
import org.basin.kernel.StepwiseKernel;
import org.basin.kernel.Wide;
import org.basin.linalg.Matrix;
import org.basin.linalg.StepExamples;
import org.basin.nn.DescentTerms;
import org.basin.nn.Parameters;

/**
 * Trains networks W_N ⋯ W_1 x with one output under the logistic loss. A pass over the examples
 * needs only the product w of the layers. Its result ∂/∂w is then carried through the layers, with
 * one vector at each: ∂/∂W_i = (W_N ⋯ W_{i+1})ᵀ (W_{i−1} ⋯ W_1 ∂/∂w)ᵀ.
 *
 * <p>A loss m ↦ ln(1 + e^{−m}) is max(0, −m) + ln(1 + s) with s = e^{−|m|} ≤ 1, and s ln 2 ≤ ln(1 +
 * s) ≤ s. These bounds need no logarithm.
 */
public abstract class DeepLinearLanes implements StepwiseKernel {

  /** A number below ln 2 by more than the rounding error. */
  private static final @Wide double LN2 = 0.693;

  /** The groups of all lanes. */
  protected final DeepLinearShape shape;

  private final int width;
  private final DeepLinearGroup[] groups;
  private final int[] weightsAt;
  private final int[] aboveAt;

  /** Memory for a layer's input and output. */
  private double[] below;

  private double[] next;

  /** The number of examples of a step. */
  private int count;

  /**
   * Makes the memory for lanes.
   *
   * @param width the number of elements of a SIMD vector
   * @param lanes the min number of lanes
   */
  protected DeepLinearLanes(DeepLinearShape shape, int width, int lanes) {
    this.shape = shape;
    this.width = width;
    weightsAt = new int[shape.depth() + 1];
    aboveAt = new int[shape.depth() + 1];
    for (int i = 0; i < shape.depth(); i++) {
      weightsAt[i + 1] = weightsAt[i] + shape.rows(i) * shape.columns(i) * width;
      aboveAt[i + 1] = aboveAt[i] + shape.rows(i) * width;
    }
    groups = new DeepLinearGroup[(lanes + width - 1) / width];
    for (int g = 0; g < groups.length; g++) {
      groups[g] =
          new DeepLinearGroup(
              width,
              shape.features(),
              weightsAt[shape.depth()] / width,
              aboveAt[shape.depth()] / width);
    }
    below = new double[Math.max(shape.features(), shape.width()) * width];
    next = new double[below.length];
  }

  /**
   * Passes over the first {@code count} examples and computes {@code group.pull}, {@code losses}
   * and {@code smalls}.
   */
  protected abstract void pass(DeepLinearGroup group, int count, boolean exact);

  @Override
  public int lanes() {
    return groups.length * width;
  }

  @Override
  public void put(int lane, LaneTrial trial) {
    DeepLinearGroup group = groups[lane / width];
    int l = lane % width;
    for (int i = 0; i < shape.depth(); i++) {
      Matrix w = trial.parameters().get(i);
      for (int r = 0, at = weightsAt[i] + l; r < w.rows(); r++) {
        for (int c = 0; c < w.columns(); c++, at += width) {
          group.weights[at] = Real.of(w.get(r, c));
          group.velocity[at] = 0;
        }
      }
    }
    group.momentum[l] = Real.of(trial.momentum());
    group.weightDecay[l] = Real.of(trial.weightDecay());
  }

  @Override
  public void get(int lane, Parameters parameters) {
    DeepLinearGroup group = groups[lane / width];
    for (int i = 0; i < shape.depth(); i++) {
      Matrix w = parameters.get(i);
      for (int r = 0, at = weightsAt[i] + lane % width; r < w.rows(); r++) {
        for (int c = 0; c < w.columns(); c++, at += width) {
          w.set(r, c, group.weights[at]);
        }
      }
    }
  }

  @Override
  public void move(int from, int to) {
    groups[to / width].take(to % width, groups[from / width], from % width);
  }

  @Override
  public void examples(int used, StepExamples[] examples) {
    count = examples[0].count();
    for (int first = 0; first < used; first += width) {
      DeepLinearGroup group = groups[first / width];
      int end = Math.min(used, first + width);
      if (!isOne(examples, first, end)) {
        group.own(examples, first, end);
      } else if (first > 0
          && isOne(examples, first - 1, end)
          && groups[first / width - 1].isShared()) {
        group.shareWith(groups[first / width - 1]);
      } else {
        group.share(examples[first]);
      }
    }
  }

  private static boolean isOne(StepExamples[] examples, int first, int end) {
    for (int lane = first + 1; lane < end; lane++) {
      if (!examples[lane].sharesMemoryWith(examples[first])) {
        return false;
      }
    }
    return true;
  }

  /** The factor on the sums over a step's examples. */
  private @Wide double factor() {
    return shape.mean() ? 1.0 / count : 1;
  }

  @Override
  public void evaluate(int used, boolean exact, @Wide double[] least, @Wide double[] greatest) {
    // This is twice the max rounding error of a sum of positive terms and of the terms themselves.
    @Wide double rounding = 2.0 * (count + 8) * Math.ulp(Real.of(1));
    for (int first = 0; first < used; first += width) {
      DeepLinearGroup group = groups[first / width];
      multiply(group);
      pass(group, count, exact);
      for (int l = 0; l < width; l++) {
        @Wide double loss = factor() * group.losses[l];
        @Wide double more = exact ? 0 : factor() * group.smalls[l];
        least[first + l] = exact ? loss : (loss + LN2 * more) * (1 - rounding);
        greatest[first + l] = exact ? loss : (loss + more) * (1 + rounding);
      }
    }
  }

  /** Computes the product of the layers, from the last one down. */
  private void multiply(DeepLinearGroup group) {
    double[] above = group.above;
    Arrays.fill(above, aboveAt[shape.depth() - 1], above.length, 1);
    for (int i = shape.depth() - 1; i >= 0; i--) {
      double[] product = i == 0 ? group.direction : above;
      int to = i == 0 ? 0 : aboveAt[i - 1];
      int columns = shape.columns(i) * width;
      for (int k = 0; k < columns; k++) {
        product[to + k] = above[aboveAt[i] + k % width] * group.weights[weightsAt[i] + k];
      }
      for (int r = 1; r < shape.rows(i); r++) {
        int from = weightsAt[i] + r * columns;
        int factor = aboveAt[i] + r * width;
        for (int k = 0; k < columns; k++) {
          product[to + k] += above[factor + k % width] * group.weights[from + k];
        }
      }
    }
  }

  @Override
  public void update(int used, @Wide double[] stepSizes) {
    for (int first = 0; first < used; first += width) {
      DeepLinearGroup group = groups[first / width];
      for (int l = 0; l < width; l++) {
        group.stepSize[l] = Real.of(stepSizes[first + l]);
      }
      update(group);
    }
  }

  private void update(DeepLinearGroup group) {
    double factor = Real.of(-factor());
    for (int k = 0; k < group.pull.length; k++) {
      below[k] = factor * group.pull[k];
    }
    for (int i = 0; i < shape.depth(); i++) {
      int columns = shape.columns(i) * width;
      for (int r = 0; r < shape.rows(i); r++) {
        int from = weightsAt[i] + r * columns;
        if (i + 1 < shape.depth()) {
          multiplyRow(group.weights, from, columns, r * width);
        }
        moveRow(group, from, columns, aboveAt[i] + r * width);
      }
      double[] swapped = below;
      below = next;
      next = swapped;
    }
  }

  /** Computes one number of the layer's output from its input. */
  private void multiplyRow(double[] weights, int from, int columns, int to) {
    for (int l = 0; l < width; l++) {
      next[to + l] = weights[from + l] * below[l];
    }
    for (int k = width; k < columns; k += width) {
      for (int l = 0; l < width; l++) {
        next[to + l] += weights[from + k + l] * below[k + l];
      }
    }
  }

  /** Updates one row. */
  private void moveRow(DeepLinearGroup group, int from, int columns, int above) {
    DescentTerms rule = shape.rule();
    for (int k = 0; k < columns; k += width) {
      for (int l = 0; l < width; l++) {
        int i = from + k + l;
        double w = group.weights[i];
        double d = group.above[above + l] * below[k + l];
        if (rule.weightDecay()) {
          d += group.weightDecay[l] * w;
        }
        if (rule.momentum()) {
          double v = group.momentum[l] * group.velocity[i] + d;
          group.velocity[i] = v;
          d = rule.nesterov() ? d + group.momentum[l] * v : v;
        }
        group.weights[i] = w - group.stepSize[l] * d;
      }
    }
  }
}
