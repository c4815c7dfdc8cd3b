package org.basin.kernel.doubles;

import java.util.Arrays;
import org.basin.kernel.Wide;
import org.basin.nn.DescentTerms;

/**
 * A tensor and its velocity. With momentum, the product adds the gradient directly to the velocity;
 * without it, to the tensor. A separate gradient would cost two more passes over as many numbers.
 */
final class DenseTensor {

  /** The tensor (rows × columns), with the column distance of the products. */
  final double[] values;

  private final DenseProducts products;
  private final int rows;
  private final int columns;
  private final int stride;
  private final boolean trained;
  private final DescentTerms rule;

  /** μv + λw, which becomes v when a step's gradient is added; null without momentum. */
  private final double[] velocity;

  /** The gradient of a bias. */
  private final double[] gradient;

  private double momentum;
  private double weightDecay;

  /**
   * Makes a tensor of zeros.
   *
   * @param isBias whether its gradient is a sum over examples and not a product
   */
  DenseTensor(
      DenseProducts products,
      int rows,
      int columns,
      boolean isBias,
      boolean trained,
      DescentTerms rule) {
    this.products = products;
    this.rows = rows;
    this.columns = columns;
    this.stride = products.stride(rows);
    int size = stride * columns;
    this.values = new double[size];
    this.trained = trained;
    this.rule = rule;
    this.velocity = trained && rule.momentum() ? new double[size] : null;
    this.gradient = trained && isBias ? new double[size] : null;
  }

  void put(@Wide double[] from, @Wide double momentum, @Wide double weightDecay) {
    this.momentum = Real.of(momentum);
    this.weightDecay = Real.of(weightDecay);
    for (int c = 0; c < columns; c++) {
      for (int r = 0; r < rows; r++) {
        values[c * stride + r] = Real.of(from[c * rows + r]);
      }
    }
    if (velocity != null) {
      for (int i = 0; i < values.length; i++) {
        velocity[i] = rule.weightDecay() ? this.weightDecay * values[i] : 0;
      }
    }
  }

  /** Does nothing, because the tensor is not trained. */
  void get(@Wide double[] to) {
    if (trained) {
      for (int c = 0; c < columns; c++) {
        for (int r = 0; r < rows; r++) {
          to[c * rows + r] = values[c * stride + r];
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
    if (velocity == null) {
      double kept = rule.weightDecay() ? 1 - stepSize * weightDecay : 1;
      products.accumulate(-stepSize, d, rows, x, xStride, columns, count, kept, values);
    } else {
      double kept = rule.weightDecay() ? 1 : momentum;
      products.accumulate(1, d, rows, x, xStride, columns, count, kept, velocity);
      move(stepSize);
    }
  }

  /**
   * Takes a step with the sum of the columns of d as gradient.
   *
   * @param d (rows × count); not modified
   * @param dStride the distance between columns of d
   */
  void descend(double[] d, int dStride, int count, double stepSize) {
    Arrays.fill(gradient, 0);
    for (int e = 0; e < count; e++) {
      int at = e * dStride;
      for (int j = 0; j < rows; j++) {
        gradient[j] += d[at + j];
      }
    }
    if (velocity == null) {
      double kept = rule.weightDecay() ? 1 - stepSize * weightDecay : 1;
      for (int j = 0; j < rows; j++) {
        values[j] = kept * values[j] - stepSize * gradient[j];
      }
    } else {
      double kept = rule.weightDecay() ? 1 : momentum;
      for (int j = 0; j < rows; j++) {
        velocity[j] = kept * velocity[j] + gradient[j];
      }
      move(stepSize);
    }
  }

  /**
   * Updates by the velocity, and prepares the velocity for the next gradient in the same pass over
   * memory.
   */
  private void move(double stepSize) {
    double[] w = values;
    double[] v = velocity;
    if (rule.weightDecay()) {
      double mu = momentum;
      double lambda = weightDecay;
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
}
