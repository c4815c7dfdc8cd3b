package org.basin.kernel.doubles.vector;

import static org.basin.kernel.doubles.vector.LaneTiles.WIDTH;
import static org.basin.kernel.doubles.vector.LaneTiles.load;
import static org.basin.kernel.doubles.vector.LaneTiles.store;

import jdk.incubator.vector.DoubleVector;
import org.basin.kernel.doubles.LaneArray;
import org.basin.kernel.doubles.LaneLoss;

/** The squares (φ − y)² with SIMD vectors. */
final class VectorSquaredLoss implements LaneLoss {

  private final int outputs;

  VectorSquaredLoss(int outputs) {
    this.outputs = outputs;
  }

  @Override
  public void add(
      LaneArray output, LaneArray labels, int at, int examples, double factor, double[] sum) {
    double scale = 2 * factor;
    DoubleVector total = load(sum, 0);
    for (int i = 0; i < examples * outputs * WIDTH; i += WIDTH) {
      DoubleVector residual = load(output, i).sub(load(labels, at + i));
      total = total.add(residual.mul(residual));
      store(residual.mul(scale), output, i);
    }
    total.intoArray(sum, 0);
  }
}
