package org.basin.nn.lanes.doubles;

import java.util.Arrays;
import org.basin.nn.blas.Seats;
import org.basin.nn.lanes.Rule;
import org.basin.nn.lanes.Wide;

/**
 * A tensor and its memory. With momentum the product adds the gradient to the memory, without it to
 * the tensor itself: a gradient of its own would cost two more passes over as many numbers.
 */
final class DenseTensor {

  final double[] values;
  private final boolean trained;
  private final Rule rule;

  /** μv + λw before a step's gradient is added, which makes it v; null without momentum. */
  private final double[] velocity;

  /** The gradient of a bias. */
  private final double[] gradient;

  private double momentum;
  private double weightDecay;

  DenseTensor(int size, boolean isBias, boolean trained, Rule rule) {
    this.values = new double[size];
    this.trained = trained;
    this.rule = rule;
    this.velocity = trained && rule.momentum() ? new double[size] : null;
    this.gradient = trained && isBias ? new double[size] : null;
  }

  void put(@Wide double[] from, @Wide double momentum, @Wide double weightDecay) {
    this.momentum = Real.of(momentum);
    this.weightDecay = Real.of(weightDecay);
    for (int i = 0; i < values.length; i++) {
      values[i] = Real.of(from[i]);
    }
    if (velocity != null) {
      for (int i = 0; i < values.length; i++) {
        velocity[i] = rule.weightDecay() ? this.weightDecay * values[i] : 0;
      }
    }
  }

  /** Leaves what is not trained as it is. */
  void get(@Wide double[] to) {
    if (trained) {
      for (int i = 0; i < values.length; i++) {
        to[i] = values[i];
      }
    }
  }

  /**
   * Takes a step, the gradient being delta · belowᵀ.
   *
   * @param delta (m × count); not modified
   * @param below (k × count); not modified
   */
  void descend(double[] delta, int m, double[] below, int k, int count, double stepSize) {
    if (velocity == null) {
      double kept = rule.weightDecay() ? 1 - stepSize * weightDecay : 1;
      Seats.multiply('N', 'T', m, k, count, -stepSize, delta, m, below, k, kept, values);
    } else {
      double kept = rule.weightDecay() ? 1 : momentum;
      Seats.multiply('N', 'T', m, k, count, 1, delta, m, below, k, kept, velocity);
      move(stepSize);
    }
  }

  /**
   * Takes a step, the gradient being the sum of the columns of delta.
   *
   * @param delta (m × count); not modified
   */
  void descend(double[] delta, int m, int count, double stepSize) {
    Arrays.fill(gradient, 0);
    for (int e = 0; e < count; e++) {
      int at = e * m;
      for (int j = 0; j < m; j++) {
        gradient[j] += delta[at + j];
      }
    }
    if (velocity == null) {
      double kept = rule.weightDecay() ? 1 - stepSize * weightDecay : 1;
      for (int j = 0; j < m; j++) {
        values[j] = kept * values[j] - stepSize * gradient[j];
      }
    } else {
      double kept = rule.weightDecay() ? 1 : momentum;
      for (int j = 0; j < m; j++) {
        velocity[j] = kept * velocity[j] + gradient[j];
      }
      move(stepSize);
    }
  }

  /** By the velocity, which is made ready for the next gradient in the same pass over memory. */
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
