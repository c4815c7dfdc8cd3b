package org.basin.kernel.doubles;

import java.util.Arrays;
import org.basin.kernel.SquaredReluShape;

/** Computes the kernel in plain Java, one lane after another. */
final class PlainSquaredRelu extends SquaredReluLanes {

  PlainSquaredRelu(SquaredReluShape shape, int lanes) {
    super(shape, 1, lanes);
  }

  @Override
  protected void forward(LaneGroup group) {
    double[] outer = group.outer;
    Arrays.fill(outer, 0);
    for (int j = 0; j < shape.paddedNeurons(); j++) {
      weigh(group, j);
      addSquares(group.hidden, j * outer.length, outer);
    }
    double reduction = Real.of(shape.reduction());
    double scale = 2 * reduction;
    double sum = 0;
    for (int i = 0; i < outer.length; i++) {
      double residual = outer[i] - group.labels[i];
      sum += residual * residual;
      outer[i] = 2 * (scale * residual);
    }
    group.loss[0] = sum * reduction;
  }

  /** Writes the products of neuron j's weights with the inputs to its part of {@code hidden}. */
  private void weigh(LaneGroup group, int j) {
    double[] inputs = group.inputs;
    double[] hidden = group.hidden;
    int n = group.outer.length;
    int h = j * n;
    double first = group.weights[j * shape.features()];
    for (int i = 0; i < n; i++) {
      hidden[h + i] = first * inputs[i];
    }
    for (int k = 1; k < shape.features(); k++) {
      double w = group.weights[j * shape.features() + k];
      int x = k * n;
      for (int i = 0; i < n; i++) {
        hidden[h + i] += w * inputs[x + i];
      }
    }
  }

  /** Replaces negative numbers from index {@code h} by 0, and adds the squares to {@code outer}. */
  private static void addSquares(double[] hidden, int h, double[] outer) {
    for (int i = 0; i < outer.length; i++) {
      double z = Math.max(hidden[h + i], 0); // Math.max keeps NaN.
      hidden[h + i] = z;
      outer[i] += z * z;
    }
  }

  @Override
  protected void update(LaneGroup group) {
    int features = shape.features();
    double[] outer = group.outer;
    double[] hidden = group.hidden;
    for (int j = 0; j < shape.paddedNeurons(); j++) {
      int h = j * outer.length;
      for (int i = 0; i < outer.length; i++) {
        hidden[h + i] *= outer[i];
      }
      for (int k = 0; k < features; k++) {
        group.gradient[j * features + k] =
            product(hidden, h, group.inputs, k * outer.length, outer.length);
      }
    }
    for (int i = 0; i < group.weights.length; i++) {
      move(group, i, group.stepSize[0]);
    }
  }

  /** The dot product of two sequences of n numbers, summed in order. */
  private static double product(double[] a, int i, double[] b, int j, int n) {
    double sum = 0;
    for (int k = 0; k < n; k++) {
      sum += a[i + k] * b[j + k];
    }
    return sum;
  }

  private void move(LaneGroup group, int i, double stepSize) {
    double w = group.weights[i];
    double d = group.gradient[i];
    if (shape.rule().weightDecay()) {
      d += group.weightDecay[0] * w;
    }
    if (shape.rule().momentum()) {
      double v = group.momentum[0] * group.velocity[i] + d;
      group.velocity[i] = v;
      d = shape.rule().nesterov() ? d + group.momentum[0] * v : v;
    }
    group.weights[i] = w - stepSize * d;
  }
}
