package org.basin.nn.lanes;

import java.util.Arrays;

/** In plain Java: what the vectors do, lane by lane. */
public final class PlainSquaredRelu extends SquaredReluLanes {

  /** As the widest vectors, so that groups are alike. */
  private static final int WIDTH = 8;

  public PlainSquaredRelu(Shape shape, int lanes) {
    super(shape, WIDTH, lanes);
  }

  @Override
  protected void forward(Group group, double[] losses, int at) {
    double[] outer = group.outer;
    Arrays.fill(outer, 0);
    for (int j = 0; j < shape.paddedNeurons(); j++) {
      for (int e = 0; e < shape.examples(); e++) {
        for (int l = 0; l < WIDTH; l++) {
          double z = positive(group, j, e, l);
          outer[e * WIDTH + l] += z * z;
        }
      }
    }
    double scale = 2 * shape.reduction();
    for (int l = 0; l < WIDTH; l++) {
      double sum = 0;
      for (int i = l; i < outer.length; i += WIDTH) {
        double residual = outer[i] - group.labels[i];
        sum += residual * residual;
        outer[i] = 2 * (scale * residual);
      }
      losses[at + l] = sum * shape.reduction();
    }
  }

  /** max(0, wⱼᵀx), NaN kept. */
  private double positive(Group group, int j, int e, int l) {
    int features = shape.features();
    int w = j * features * WIDTH + l;
    int x = e * features * WIDTH + l;
    double z = group.weights[w] * group.inputs[x];
    for (int c = 1; c < features; c++) {
      z += group.weights[w + c * WIDTH] * group.inputs[x + c * WIDTH];
    }
    return z <= 0 ? 0 : z;
  }

  @Override
  protected void update(Group group, double[] stepSizes, int at) {
    int features = shape.features();
    double[] gradient = group.gradient;
    Arrays.fill(gradient, 0);
    for (int j = 0; j < shape.paddedNeurons(); j++) {
      for (int e = 0; e < shape.examples(); e++) {
        for (int l = 0; l < WIDTH; l++) {
          double delta = positive(group, j, e, l) * group.outer[e * WIDTH + l];
          for (int c = 0; c < features; c++) {
            gradient[(j * features + c) * WIDTH + l] +=
                delta * group.inputs[(e * features + c) * WIDTH + l];
          }
        }
      }
    }
    for (int i = 0; i < gradient.length; i++) {
      int l = i % WIDTH;
      double w = group.weights[i];
      double d = gradient[i];
      if (shape.rule().weightDecay()) {
        d += group.weightDecay[l] * w;
      }
      if (shape.rule().momentum()) {
        double v = group.momentum[l] * group.velocity[i] + d;
        group.velocity[i] = v;
        d = shape.rule().nesterov() ? d + group.momentum[l] * v : v;
      }
      group.weights[i] = w - stepSizes[at + l] * d;
    }
  }
}
