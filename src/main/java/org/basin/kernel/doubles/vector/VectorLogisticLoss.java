package org.basin.kernel.doubles.vector;

import static org.basin.kernel.doubles.vector.LaneTiles.SPECIES;
import static org.basin.kernel.doubles.vector.LaneTiles.WIDTH;
import static org.basin.kernel.doubles.vector.LaneTiles.load;
import static org.basin.kernel.doubles.vector.LaneTiles.store;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import org.basin.kernel.doubles.LaneArray;
import org.basin.kernel.doubles.LaneLoss;

/** The terms ln(1 + e^{−yφ}) with SIMD vectors. */
final class VectorLogisticLoss implements LaneLoss {

  private final int outputs;
  private final LaneArray margins;

  /** e^{−|m|}. */
  private final LaneArray smalls;

  /** ln(1 + e^{−|m|}). */
  private final LaneArray logs;

  VectorLogisticLoss(int outputs, int examples) {
    this.outputs = outputs;
    this.margins = LaneArray.zeros(outputs * examples * WIDTH);
    this.smalls = LaneArray.zeros(margins.length());
    this.logs = LaneArray.zeros(margins.length());
  }

  @Override
  public void add(
      LaneArray output, LaneArray labels, int at, int examples, double factor, double[] sum) {
    int count = examples * outputs * WIDTH;
    findMargins(output, labels, at, count);
    VectorMath.expOfMinusAbs(margins, smalls, count);
    VectorMath.log1p(smalls, logs, count);
    addLosses(count, sum);
    weigh(output, labels, at, count, factor);
  }

  private void findMargins(LaneArray output, LaneArray labels, int at, int count) {
    for (int i = 0; i < count; i += WIDTH) {
      store(load(labels, at + i).mul(load(output, i)), margins, i);
    }
  }

  private void addLosses(int count, double[] sum) {
    DoubleVector zero = DoubleVector.zero(SPECIES);
    DoubleVector total = load(sum, 0);
    for (int i = 0; i < count; i += WIDTH) {
      DoubleVector margin = load(margins, i);
      var isWrong = margin.compare(VectorOperators.LT, zero);
      total = total.add(zero.blend(margin.neg(), isWrong).add(load(logs, i)));
    }
    total.intoArray(sum, 0);
  }

  private void weigh(LaneArray output, LaneArray labels, int at, int count, double factor) {
    DoubleVector zero = DoubleVector.zero(SPECIES);
    DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
    DoubleVector scale = DoubleVector.broadcast(SPECIES, -factor);
    for (int i = 0; i < count; i += WIDTH) {
      DoubleVector small = load(smalls, i);
      var isWrong = load(margins, i).compare(VectorOperators.LT, zero);
      DoubleVector weight = small.blend(one, isWrong).div(small.add(one));
      store(scale.mul(load(labels, at + i)).mul(weight), output, i);
    }
  }
}
