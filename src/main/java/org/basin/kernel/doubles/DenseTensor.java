package org.basin.kernel.doubles;

import java.util.Arrays;
import org.basin.kernel.LaneTrial;
import org.basin.kernel.Wide;
import org.basin.nn.DescentTerms;
import org.basin.nn.UpdateTerms;

/**
 * A tensor and what the update keeps for it. By gradient descent without Nesterov's momentum, the
 * product adds the gradient directly to the velocity or, without momentum, to the tensor, because a
 * separate gradient would cost two more passes over as many numbers. Other updates have one.
 */
final class DenseTensor {

  private final DenseProducts products;
  private final int rows;
  private final int columns;
  private final int stride;
  private final boolean trained;

  /** The tensor (rows × columns), with the column distance of the products, and its update's. */
  private final LaneState state;

  /** The terms of an update that the products take part in; null for another. */
  private final DescentTerms fused;

  private final LaneUpdate update;
  private final double[] steps;
  private double stepScale;

  /**
   * Makes a tensor of zeros.
   *
   * @param isBias whether its gradient is a sum over examples and not a product
   * @param trained whether it is trained
   */
  DenseTensor(
      DenseProducts products,
      LaneParts parts,
      int rows,
      int columns,
      boolean isBias,
      boolean trained,
      UpdateTerms rule) {
    this.products = products;
    this.rows = rows;
    this.columns = columns;
    this.stride = products.stride(rows);
    this.trained = trained;
    this.fused = rule instanceof DescentTerms descent && !descent.nesterov() ? descent : null;
    int size = DenseLane.padded(stride * columns, parts.width());
    int gradient = trained && (isBias || fused == null) ? size : 0;
    this.state =
        new LaneState(size, trained ? size : 0, gradient, parts.width(), rule, LaneArray::zeros);
    this.update = parts.update(rule);
    this.steps = new double[parts.width()];
  }

  /** The tensor itself. */
  double[] values() {
    return state.weights.data();
  }

  /**
   * Puts the tensor at step 0.
   *
   * @param index its index among the model's tensors
   */
  void put(LaneTrial trial, int index) {
    @Wide double[] from = trial.parameters().get(index).data();
    double[] w = state.weights.data();
    for (int c = 0; c < columns; c++) {
      for (int r = 0; r < rows; r++) {
        w[c * stride + r] = Real.of(from[c * rows + r]);
      }
    }
    stepScale = Real.of(trial.stepScales().get(index));
    for (int l = 0; l < steps.length; l++) {
      state.factors.put(l, trial.update());
    }
    state.square.fill(0);
    state.velocity.fill(0);
    if (fused != null && fused.momentum() && fused.weightDecay()) {
      for (int i = 0; i < state.velocity.length(); i++) {
        state.velocity.set(i, state.factors.weightDecay[0] * w[i]);
      }
    }
  }

  /** Does nothing, because the tensor is not trained. */
  void get(@Wide double[] to) {
    if (trained) {
      for (int c = 0; c < columns; c++) {
        for (int r = 0; r < rows; r++) {
          to[c * rows + r] = state.weights.get(c * stride + r);
        }
      }
    }
  }

  /**
   * Takes a step with the gradient d xᵀ.
   *
   * @param d (rows × count); not modified
   * @param x (columns × count); not modified
   * @param xStride the distance between columns of x
   */
  void descend(double[] d, double[] x, int xStride, int count, double stepSize) {
    double step = stepSize * stepScale;
    if (fused == null) {
      state.gradient.fill(0);
      products.accumulate(1, d, rows, x, xStride, columns, count, 1, state.gradient.data());
      update(step);
    } else if (!fused.momentum()) {
      products.accumulate(
          -step, d, rows, x, xStride, columns, count, kept(step), state.weights.data());
    } else {
      products.accumulate(
          1, d, rows, x, xStride, columns, count, kept(step), state.velocity.data());
      move(step);
    }
  }

  /**
   * Takes a step with the sum of the columns of d as gradient.
   *
   * @param d (rows × count); not modified
   * @param dStride the distance between columns of d
   */
  void descend(double[] d, int dStride, int count, double stepSize) {
    double step = stepSize * stepScale;
    double[] g = state.gradient.data();
    Arrays.fill(g, 0);
    for (int e = 0; e < count; e++) {
      int at = e * dStride;
      for (int j = 0; j < rows; j++) {
        g[j] += d[at + j];
      }
    }
    if (fused == null) {
      update(step);
      return;
    }
    double kept = kept(step);
    double[] w = state.weights.data();
    double[] v = state.velocity.data();
    if (!fused.momentum()) {
      for (int j = 0; j < rows; j++) {
        w[j] = kept * w[j] - step * g[j];
      }
    } else {
      for (int j = 0; j < rows; j++) {
        v[j] = kept * v[j] + g[j];
      }
      move(step);
    }
  }

  /** The factor on what a gradient is added to. */
  private double kept(double step) {
    if (fused.momentum()) {
      return fused.weightDecay() ? 1 : state.factors.momentum[0];
    }
    return fused.weightDecay() ? 1 - step * state.factors.weightDecay[0] : 1;
  }

  /**
   * Updates by the velocity, and prepares the velocity for the next gradient in the same pass over
   * memory.
   */
  private void move(double stepSize) {
    double[] w = state.weights.data();
    double[] v = state.velocity.data();
    if (fused.weightDecay()) {
      double mu = state.factors.momentum[0];
      double lambda = state.factors.weightDecay[0];
      for (int i = 0; i < w.length; i++) {
        double moved = w[i] - stepSize * v[i];
        w[i] = moved;
        v[i] = mu * v[i] + lambda * moved;
      }
    } else {
      for (int i = 0; i < w.length; i++) {
        w[i] -= stepSize * v[i];
      }
    }
  }

  private void update(double step) {
    Arrays.fill(steps, step);
    state.factors.advance();
    update.move(state, 0, state.weights.length(), steps);
  }
}
