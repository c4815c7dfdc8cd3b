package org.basin.kernel.doubles.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.basin.kernel.SquaredReluShape;
import org.basin.kernel.doubles.LaneGroup;
import org.basin.kernel.doubles.Real;
import org.basin.kernel.doubles.SquaredReluLanes;

/**
 * Computes the kernel with SIMD vectors; each lane is one element. Two neurons pass over the
 * examples together. If inputs have two features, their weights and gradients stay in registers.
 */
final class VectorSquaredRelu extends SquaredReluLanes {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int WIDTH = SPECIES.length();

  VectorSquaredRelu(SquaredReluShape shape, int lanes) {
    super(shape, WIDTH, lanes);
  }

  @Override
  protected void forward(LaneGroup group) {
    DoubleVector zero = DoubleVector.zero(SPECIES);
    double[] outer = group.outer;
    for (int i = 0; i < outer.length; i += WIDTH) {
      zero.intoArray(outer, i);
    }
    for (int j = 0; j < shape.paddedNeurons(); j += 2) {
      if (shape.features() == 2) {
        addPlanarPair(group, j);
      } else {
        addPair(group, j);
      }
    }
    double reduction = Real.of(shape.reduction());
    double scale = 2 * reduction;
    DoubleVector sum = zero;
    for (int i = 0; i < outer.length; i += WIDTH) {
      DoubleVector residual = load(outer, i).sub(load(group.labels, i));
      sum = sum.add(residual.mul(residual));
      residual.mul(scale).mul(2).intoArray(outer, i);
    }
    sum.mul(reduction).intoArray(group.loss, 0);
  }

  @Override
  protected void update(LaneGroup group) {
    for (int j = 0; j < shape.paddedNeurons(); j += 2) {
      if (shape.features() == 2) {
        gradientOfPlanarPair(group, j);
      } else {
        gradientOfPair(group, j);
      }
    }
    move(group, load(group.stepSize, 0));
  }

  private static DoubleVector load(double[] array, int i) {
    return DoubleVector.fromArray(SPECIES, array, i);
  }

  /**
   * max(0, z), which keeps NaN; it takes fewer instructions than max, which respects the sign of 0.
   */
  private static DoubleVector positive(DoubleVector z, DoubleVector zero) {
    return z.blend(zero, z.compare(VectorOperators.LE, zero));
  }

  private static void addPlanarPair(LaneGroup group, int j) {
    double[] inputs = group.inputs;
    double[] outer = group.outer;
    DoubleVector zero = DoubleVector.zero(SPECIES);
    DoubleVector a0 = load(group.weights, 2 * j * WIDTH);
    DoubleVector a1 = load(group.weights, (2 * j + 1) * WIDTH);
    DoubleVector b0 = load(group.weights, (2 * j + 2) * WIDTH);
    DoubleVector b1 = load(group.weights, (2 * j + 3) * WIDTH);
    for (int i = 0; i < outer.length; i += WIDTH) {
      DoubleVector x0 = load(inputs, i);
      DoubleVector x1 = load(inputs, outer.length + i);
      DoubleVector p = positive(a0.mul(x0).add(a1.mul(x1)), zero);
      DoubleVector q = positive(b0.mul(x0).add(b1.mul(x1)), zero);
      load(outer, i).add(p.mul(p)).add(q.mul(q)).intoArray(outer, i);
    }
  }

  private static void gradientOfPlanarPair(LaneGroup group, int j) {
    double[] inputs = group.inputs;
    double[] outer = group.outer;
    DoubleVector zero = DoubleVector.zero(SPECIES);
    DoubleVector a0 = load(group.weights, 2 * j * WIDTH);
    DoubleVector a1 = load(group.weights, (2 * j + 1) * WIDTH);
    DoubleVector b0 = load(group.weights, (2 * j + 2) * WIDTH);
    DoubleVector b1 = load(group.weights, (2 * j + 3) * WIDTH);
    DoubleVector g0 = zero;
    DoubleVector g1 = zero;
    DoubleVector h0 = zero;
    DoubleVector h1 = zero;
    for (int i = 0; i < outer.length; i += WIDTH) {
      DoubleVector x0 = load(inputs, i);
      DoubleVector x1 = load(inputs, outer.length + i);
      DoubleVector r = load(outer, i);
      DoubleVector p = positive(a0.mul(x0).add(a1.mul(x1)), zero).mul(r);
      DoubleVector q = positive(b0.mul(x0).add(b1.mul(x1)), zero).mul(r);
      g0 = g0.add(p.mul(x0));
      g1 = g1.add(p.mul(x1));
      h0 = h0.add(q.mul(x0));
      h1 = h1.add(q.mul(x1));
    }
    g0.intoArray(group.gradient, 2 * j * WIDTH);
    g1.intoArray(group.gradient, (2 * j + 1) * WIDTH);
    h0.intoArray(group.gradient, (2 * j + 2) * WIDTH);
    h1.intoArray(group.gradient, (2 * j + 3) * WIDTH);
  }

  private void addPair(LaneGroup group, int j) {
    double[] hidden = group.hidden;
    double[] outer = group.outer;
    DoubleVector zero = DoubleVector.zero(SPECIES);
    int n = outer.length;
    weigh(group, j);
    for (int i = 0, a = j * n, b = a + n; i < n; i += WIDTH, a += WIDTH, b += WIDTH) {
      DoubleVector p = positive(load(hidden, a), zero);
      DoubleVector q = positive(load(hidden, b), zero);
      p.intoArray(hidden, a);
      q.intoArray(hidden, b);
      load(outer, i).add(p.mul(p)).add(q.mul(q)).intoArray(outer, i);
    }
  }

  /** Writes the products of a pair's weights with the inputs to its part of {@code hidden}. */
  private void weigh(LaneGroup group, int j) {
    double[] inputs = group.inputs;
    double[] hidden = group.hidden;
    int n = group.outer.length;
    int features = shape.features();
    for (int k = 0; k < features; k++) {
      DoubleVector u = load(group.weights, (j * features + k) * WIDTH);
      DoubleVector v = load(group.weights, ((j + 1) * features + k) * WIDTH);
      int x = k * n;
      int a = j * n;
      int b = a + n;
      if (k == 0) {
        for (int i = 0; i < n; i += WIDTH) {
          u.mul(load(inputs, x + i)).intoArray(hidden, a + i);
          v.mul(load(inputs, x + i)).intoArray(hidden, b + i);
        }
      } else {
        for (int i = 0; i < n; i += WIDTH) {
          DoubleVector input = load(inputs, x + i);
          load(hidden, a + i).add(u.mul(input)).intoArray(hidden, a + i);
          load(hidden, b + i).add(v.mul(input)).intoArray(hidden, b + i);
        }
      }
    }
  }

  private void gradientOfPair(LaneGroup group, int j) {
    double[] inputs = group.inputs;
    double[] hidden = group.hidden;
    double[] outer = group.outer;
    int n = outer.length;
    int a = j * n;
    int b = a + n;
    for (int i = 0; i < n; i += WIDTH) {
      DoubleVector r = load(outer, i);
      load(hidden, a + i).mul(r).intoArray(hidden, a + i);
      load(hidden, b + i).mul(r).intoArray(hidden, b + i);
    }
    int features = shape.features();
    for (int k = 0; k < features; k++) {
      int x = k * n;
      DoubleVector g = DoubleVector.zero(SPECIES);
      DoubleVector h = g;
      for (int i = 0; i < n; i += WIDTH) {
        DoubleVector input = load(inputs, x + i);
        g = g.add(load(hidden, a + i).mul(input));
        h = h.add(load(hidden, b + i).mul(input));
      }
      g.intoArray(group.gradient, (j * features + k) * WIDTH);
      h.intoArray(group.gradient, ((j + 1) * features + k) * WIDTH);
    }
  }

  private void move(LaneGroup group, DoubleVector stepSize) {
    DoubleVector momentum = load(group.momentum, 0);
    DoubleVector weightDecay = load(group.weightDecay, 0);
    for (int i = 0; i < group.weights.length; i += WIDTH) {
      DoubleVector w = load(group.weights, i);
      DoubleVector d = load(group.gradient, i);
      if (shape.rule().weightDecay()) {
        d = d.add(weightDecay.mul(w));
      }
      if (shape.rule().momentum()) {
        DoubleVector v = momentum.mul(load(group.velocity, i)).add(d);
        v.intoArray(group.velocity, i);
        d = shape.rule().nesterov() ? d.add(momentum.mul(v)) : v;
      }
      w.sub(stepSize.mul(d)).intoArray(group.weights, i);
    }
  }
}
