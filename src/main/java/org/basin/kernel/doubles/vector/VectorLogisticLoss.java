package org.basin.kernel.doubles.vector;

import static org.basin.kernel.doubles.vector.LaneTiles.SPECIES;
import static org.basin.kernel.doubles.vector.LaneTiles.WIDTH;
import static org.basin.kernel.doubles.vector.LaneTiles.load;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import org.basin.kernel.doubles.LaneLoss;

/** The terms ln(1 + e^{−yφ}) with SIMD vectors. */
final class VectorLogisticLoss implements LaneLoss {

  private final int outputs;
  private final double[] margins;

  /** e^{−|m|}. */
  private final double[] smalls;

  /** ln(1 + e^{−|m|}). */
  private final double[] logs;

  VectorLogisticLoss(int outputs, int examples) {
    this.outputs = outputs;
    this.margins = new double[outputs * examples * WIDTH];
    this.smalls = new double[margins.length];
    this.logs = new double[margins.length];
  }

  @Override
  public void add(
      double[] output, double[] labels, int at, int examples, double factor, double[] sum) {
    int count = examples * outputs * WIDTH;
    findMargins(output, labels, at, count);
    VectorMath.expOfMinusAbs(margins, smalls, count);
    VectorMath.log1p(smalls, logs, count);
    addLosses(count, sum);
    weigh(output, labels, at, count, factor);
  }

  private void findMargins(double[] output, double[] labels, int at, int count) {
    for (int i = 0; i < count; i += WIDTH) {
      load(labels, at + i).mul(load(output, i)).intoArray(margins, i);
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

  private void weigh(double[] output, double[] labels, int at, int count, double factor) {
    DoubleVector zero = DoubleVector.zero(SPECIES);
    DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
    DoubleVector scale = DoubleVector.broadcast(SPECIES, -factor);
    for (int i = 0; i < count; i += WIDTH) {
      DoubleVector small = load(smalls, i);
      var isWrong = load(margins, i).compare(VectorOperators.LT, zero);
      DoubleVector weight = small.blend(one, isWrong).div(small.add(one));
      scale.mul(load(labels, at + i)).mul(weight).intoArray(output, i);
    }
  }
}
