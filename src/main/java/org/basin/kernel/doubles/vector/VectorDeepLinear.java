package org.basin.kernel.doubles.vector;

import static org.basin.kernel.doubles.vector.LaneTiles.SPECIES;
import static org.basin.kernel.doubles.vector.LaneTiles.WIDTH;
import static org.basin.kernel.doubles.vector.LaneTiles.load;
import static org.basin.kernel.doubles.vector.LaneTiles.store;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import org.basin.kernel.DeepLinearShape;
import org.basin.kernel.doubles.DeepLinearGroup;
import org.basin.kernel.doubles.DeepLinearLanes;
import org.basin.kernel.doubles.LaneArray;

/**
 * Computes the kernel with SIMD vectors; each lane is one element. It passes over the examples in
 * blocks that stay in the first-level cache: first it computes the margins, then the loss's weights
 * from them, then the weighted sum of the inputs.
 */
final class VectorDeepLinear extends DeepLinearLanes {

  /** The number of examples in a block. */
  private static final int BLOCK = 64;

  /** The margins of a block, which then become the weights. */
  private final LaneArray margins = LaneArray.zeros(BLOCK * WIDTH);

  /** e^{−|m|}. */
  private final LaneArray smalls = LaneArray.zeros(BLOCK * WIDTH);

  /** ln(1 + e^{−|m|}). */
  private final LaneArray logs = LaneArray.zeros(BLOCK * WIDTH);

  /**
   * The products of inputs and labels of a block's examples, if lanes have separate examples:
   * example by example, with the lanes adjacent.
   */
  private final double[] own;

  VectorDeepLinear(DeepLinearShape shape, int lanes) {
    super(shape, WIDTH, lanes);
    this.own = new double[BLOCK * shape.features() * WIDTH];
  }

  @Override
  protected void pass(DeepLinearGroup group, int count, boolean exact) {
    Arrays.fill(group.pull, 0);
    Arrays.fill(group.losses, 0);
    Arrays.fill(group.smalls, 0);
    for (int first = 0; first < count; first += BLOCK) {
      int size = Math.min(BLOCK, count - first);
      boolean planar = shape.features() == 2;
      if (!group.isShared()) {
        gather(group, first, size);
        findOwnMargins(group, size);
      } else if (planar) {
        findPlanarMargins(group, first, size);
      } else {
        findMargins(group, first, size);
      }
      VectorMath.expOfMinusAbs(margins, smalls, size * WIDTH);
      if (exact) {
        VectorMath.log1p(smalls, logs, size * WIDTH);
        weighByLosses(group, size);
      } else {
        weighByBounds(group, size);
      }
      if (!group.isShared()) {
        addOwnPull(group, size);
      } else if (planar) {
        addPlanarPull(group, first, size);
      } else {
        addPull(group, first, size);
      }
    }
  }

  private static DoubleVector all(double x) {
    return DoubleVector.broadcast(SPECIES, x);
  }

  private void findPlanarMargins(DeepLinearGroup group, int first, int size) {
    double[] examples = group.shared();
    DoubleVector w0 = load(group.direction, 0);
    DoubleVector w1 = load(group.direction, WIDTH);
    for (int e = 0; e < size; e++) {
      int i = 2 * (first + e);
      store(w0.mul(all(examples[i])).add(w1.mul(all(examples[i + 1]))), margins, e * WIDTH);
    }
  }

  private void addPlanarPull(DeepLinearGroup group, int first, int size) {
    double[] examples = group.shared();
    DoubleVector p0 = load(group.pull, 0);
    DoubleVector p1 = load(group.pull, WIDTH);
    for (int e = 0; e < size; e++) {
      int i = 2 * (first + e);
      DoubleVector weight = load(margins, e * WIDTH);
      p0 = p0.add(weight.mul(all(examples[i])));
      p1 = p1.add(weight.mul(all(examples[i + 1])));
    }
    p0.intoArray(group.pull, 0);
    p1.intoArray(group.pull, WIDTH);
  }

  private void findMargins(DeepLinearGroup group, int first, int size) {
    double[] examples = group.shared();
    int features = shape.features();
    for (int e = 0; e < size; e++) {
      int i = features * (first + e);
      DoubleVector margin = load(group.direction, 0).mul(all(examples[i]));
      for (int c = 1; c < features; c++) {
        margin = margin.add(load(group.direction, c * WIDTH).mul(all(examples[i + c])));
      }
      store(margin, margins, e * WIDTH);
    }
  }

  private void addPull(DeepLinearGroup group, int first, int size) {
    double[] examples = group.shared();
    int features = shape.features();
    for (int c = 0; c < features; c++) {
      DoubleVector p = load(group.pull, c * WIDTH);
      for (int e = 0; e < size; e++) {
        p = p.add(load(margins, e * WIDTH).mul(all(examples[features * (first + e) + c])));
      }
      p.intoArray(group.pull, c * WIDTH);
    }
  }

  private void gather(DeepLinearGroup group, int first, int size) {
    for (int l = 0; l < group.owners(); l++) {
      if (shape.features() == 2) {
        gatherPlanar(group.inputs(l), group.labels(l), first, size, own, l);
      } else {
        gather(group.inputs(l), group.labels(l), first, size, l);
      }
    }
  }

  private static void gatherPlanar(
      double[] x, double[] y, int first, int size, double[] own, int lane) {
    for (int e = 0; e < size; e++) {
      double label = y[first + e];
      own[2 * WIDTH * e + lane] = label * x[2 * (first + e)];
      own[2 * WIDTH * e + WIDTH + lane] = label * x[2 * (first + e) + 1];
    }
  }

  private void gather(double[] x, double[] y, int first, int size, int lane) {
    int features = shape.features();
    for (int e = 0, to = lane; e < size; e++) {
      for (int c = 0; c < features; c++, to += WIDTH) {
        own[to] = y[first + e] * x[features * (first + e) + c];
      }
    }
  }

  private void findOwnMargins(DeepLinearGroup group, int size) {
    int step = shape.features() * WIDTH;
    for (int e = 0; e < size; e++) {
      int i = step * e;
      DoubleVector margin = load(group.direction, 0).mul(load(own, i));
      for (int c = WIDTH; c < step; c += WIDTH) {
        margin = margin.add(load(group.direction, c).mul(load(own, i + c)));
      }
      store(margin, margins, e * WIDTH);
    }
  }

  private void addOwnPull(DeepLinearGroup group, int size) {
    int step = shape.features() * WIDTH;
    for (int c = 0; c < step; c += WIDTH) {
      DoubleVector p = load(group.pull, c);
      for (int e = 0; e < size; e++) {
        p = p.add(load(margins, e * WIDTH).mul(load(own, step * e + c)));
      }
      p.intoArray(group.pull, c);
    }
  }

  /** Turns margins m into weights σ(−m), and sums the bounds of the losses. */
  private void weighByBounds(DeepLinearGroup group, int size) {
    DoubleVector zero = all(0);
    DoubleVector one = all(1);
    DoubleVector errorSum = load(group.losses, 0);
    DoubleVector smallSum = load(group.smalls, 0);
    for (int i = 0; i < size * WIDTH; i += WIDTH) {
      DoubleVector margin = load(margins, i);
      DoubleVector small = load(smalls, i);
      var wrong = margin.compare(VectorOperators.LT, zero);
      errorSum = errorSum.add(zero.blend(margin.neg(), wrong));
      smallSum = smallSum.add(small);
      store(small.blend(one, wrong).div(small.add(one)), margins, i);
    }
    errorSum.intoArray(group.losses, 0);
    smallSum.intoArray(group.smalls, 0);
  }

  /** Turns margins m into weights σ(−m), and sums the losses. */
  private void weighByLosses(DeepLinearGroup group, int size) {
    DoubleVector zero = all(0);
    DoubleVector one = all(1);
    DoubleVector sum = load(group.losses, 0);
    for (int i = 0; i < size * WIDTH; i += WIDTH) {
      DoubleVector margin = load(margins, i);
      DoubleVector small = load(smalls, i);
      var wrong = margin.compare(VectorOperators.LT, zero);
      sum = sum.add(zero.blend(margin.neg(), wrong).add(load(logs, i)));
      store(small.blend(one, wrong).div(small.add(one)), margins, i);
    }
    sum.intoArray(group.losses, 0);
  }
}
