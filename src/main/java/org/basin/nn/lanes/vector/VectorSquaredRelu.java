package org.basin.nn.lanes.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.basin.nn.lanes.Group;
import org.basin.nn.lanes.SquaredReluLanes;

/**
 * By vectors, a lane an element. Two neurons pass over the examples together, their weights and
 * gradients in registers where inputs have two features.
 */
public final class VectorSquaredRelu extends SquaredReluLanes {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int WIDTH = SPECIES.length();

  public VectorSquaredRelu(Shape shape, int lanes) {
    super(shape, WIDTH, lanes);
  }

  @Override
  protected void forward(Group group, double[] losses, int at) {
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
    double scale = 2 * shape.reduction();
    DoubleVector sum = zero;
    for (int i = 0; i < outer.length; i += WIDTH) {
      DoubleVector residual = load(outer, i).sub(load(group.labels, i));
      sum = sum.add(residual.mul(residual));
      residual.mul(scale).mul(2).intoArray(outer, i);
    }
    sum.mul(shape.reduction()).intoArray(losses, at);
  }

  @Override
  protected void update(Group group, double[] stepSizes, int at) {
    for (int j = 0; j < shape.paddedNeurons(); j += 2) {
      if (shape.features() == 2) {
        gradientOfPlanarPair(group, j);
      } else {
        gradientOfPair(group, j);
      }
    }
    move(group, load(stepSizes, at));
  }

  private static DoubleVector load(double[] array, int i) {
    return DoubleVector.fromArray(SPECIES, array, i);
  }

  /** max(0, z), NaN kept; shorter than max, which minds the sign of 0. */
  private static DoubleVector positive(DoubleVector z, DoubleVector zero) {
    return z.blend(zero, z.compare(VectorOperators.LE, zero));
  }

  private static void addPlanarPair(Group group, int j) {
    double[] inputs = group.inputs;
    double[] outer = group.outer;
    DoubleVector zero = DoubleVector.zero(SPECIES);
    DoubleVector a0 = load(group.weights, 2 * j * WIDTH);
    DoubleVector a1 = load(group.weights, (2 * j + 1) * WIDTH);
    DoubleVector b0 = load(group.weights, (2 * j + 2) * WIDTH);
    DoubleVector b1 = load(group.weights, (2 * j + 3) * WIDTH);
    for (int i = 0; i < outer.length; i += WIDTH) {
      DoubleVector x0 = load(inputs, 2 * i);
      DoubleVector x1 = load(inputs, 2 * i + WIDTH);
      DoubleVector p = positive(a0.mul(x0).add(a1.mul(x1)), zero);
      DoubleVector q = positive(b0.mul(x0).add(b1.mul(x1)), zero);
      load(outer, i).add(p.mul(p)).add(q.mul(q)).intoArray(outer, i);
    }
  }

  private static void gradientOfPlanarPair(Group group, int j) {
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
      DoubleVector x0 = load(inputs, 2 * i);
      DoubleVector x1 = load(inputs, 2 * i + WIDTH);
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

  private void addPair(Group group, int j) {
    DoubleVector zero = DoubleVector.zero(SPECIES);
    int features = shape.features();
    int a = j * features * WIDTH;
    int b = a + features * WIDTH;
    for (int i = 0; i < group.outer.length; i += WIDTH) {
      DoubleVector p = positive(product(group, a, i * features), zero);
      DoubleVector q = positive(product(group, b, i * features), zero);
      load(group.outer, i).add(p.mul(p)).add(q.mul(q)).intoArray(group.outer, i);
    }
  }

  private DoubleVector product(Group group, int w, int x) {
    DoubleVector z = load(group.weights, w).mul(load(group.inputs, x));
    for (int k = WIDTH; k < shape.features() * WIDTH; k += WIDTH) {
      z = z.add(load(group.weights, w + k).mul(load(group.inputs, x + k)));
    }
    return z;
  }

  private void gradientOfPair(Group group, int j) {
    DoubleVector zero = DoubleVector.zero(SPECIES);
    double[] gradient = group.gradient;
    int features = shape.features();
    int a = j * features * WIDTH;
    int b = a + features * WIDTH;
    for (int k = 0; k < 2 * features * WIDTH; k += WIDTH) {
      zero.intoArray(gradient, a + k);
    }
    for (int i = 0; i < group.outer.length; i += WIDTH) {
      int x = i * features;
      DoubleVector r = load(group.outer, i);
      DoubleVector p = positive(product(group, a, x), zero).mul(r);
      DoubleVector q = positive(product(group, b, x), zero).mul(r);
      for (int k = 0; k < features * WIDTH; k += WIDTH) {
        DoubleVector input = load(group.inputs, x + k);
        load(gradient, a + k).add(p.mul(input)).intoArray(gradient, a + k);
        load(gradient, b + k).add(q.mul(input)).intoArray(gradient, b + k);
      }
    }
  }

  private void move(Group group, DoubleVector stepSize) {
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
