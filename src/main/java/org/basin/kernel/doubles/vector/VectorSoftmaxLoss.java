package org.basin.kernel.doubles.vector;

import static org.basin.kernel.doubles.vector.LaneTiles.SPECIES;
import static org.basin.kernel.doubles.vector.LaneTiles.WIDTH;
import static org.basin.kernel.doubles.vector.LaneTiles.load;
import static org.basin.kernel.doubles.vector.LaneTiles.store;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import org.basin.kernel.doubles.LaneArray;
import org.basin.kernel.doubles.LaneLoss;
import org.basin.kernel.doubles.LaneMath;

/** The terms −ln softmax(φ)_k with SIMD vectors. Labels are one-hot. */
final class VectorSoftmaxLoss implements LaneLoss {

  private final int outputs;

  /** The outputs less the largest of their example. */
  private final LaneArray shifted;

  /** Their exponentials. */
  private final LaneArray powers;

  /** For each example, the sum of the exponentials without the largest. */
  private final LaneArray rests;

  VectorSoftmaxLoss(int outputs, int examples) {
    this.outputs = outputs;
    this.shifted = LaneArray.zeros(outputs * examples * WIDTH);
    this.powers = LaneArray.zeros(shifted.length());
    this.rests = LaneArray.zeros(examples * WIDTH);
  }

  @Override
  public void add(
      LaneArray output, LaneArray labels, int at, int examples, double factor, double[] sum) {
    int step = outputs * WIDTH;
    for (int e = 0; e < examples; e++) {
      shift(output, e * step);
    }
    VectorMath.exp(shifted, powers, examples * step);
    for (int e = 0; e < examples; e++) {
      findRest(e);
      addLoss(labels, at + e * step, e, sum);
      weigh(output, labels, at + e * step, e, factor);
    }
  }

  private void shift(LaneArray output, int from) {
    int end = from + outputs * WIDTH;
    DoubleVector largest = load(output, from);
    for (int i = from + WIDTH; i < end; i += WIDTH) {
      largest = largest.max(load(output, i));
    }
    for (int i = from; i < end; i += WIDTH) {
      store(load(output, i).sub(largest), shifted, i);
    }
  }

  /** Sums the exponentials of an example, except e^0 = 1 of its first largest output. */
  private void findRest(int e) {
    int from = e * outputs * WIDTH;
    DoubleVector zero = DoubleVector.zero(SPECIES);
    VectorMask<Double> isOpen = SPECIES.maskAll(true);
    DoubleVector rest = zero;
    for (int i = from; i < from + outputs * WIDTH; i += WIDTH) {
      var isTop = load(shifted, i).compare(VectorOperators.EQ, zero).and(isOpen);
      isOpen = isOpen.andNot(isTop);
      rest = rest.add(load(powers, i).blend(zero, isTop));
    }
    store(rest, rests, e * WIDTH);
  }

  private void addLoss(LaneArray labels, int at, int e, double[] sum) {
    int from = e * outputs * WIDTH;
    for (int l = 0; l < WIDTH; l++) {
      double chosen = 0;
      for (int i = 0; i < outputs * WIDTH; i += WIDTH) {
        chosen += labels.get(at + i + l) == 0 ? 0 : shifted.get(from + i + l);
      }
      sum[l] += LaneMath.logOnePlus(rests.get(e * WIDTH + l)) - chosen;
    }
  }

  private void weigh(LaneArray output, LaneArray labels, int at, int e, double factor) {
    int from = e * outputs * WIDTH;
    DoubleVector zero = DoubleVector.zero(SPECIES);
    DoubleVector rest = load(rests, e * WIDTH);
    DoubleVector all = rest.add(1);
    DoubleVector scale = DoubleVector.broadcast(SPECIES, factor).div(all);
    VectorMask<Double> isOpen = SPECIES.maskAll(true);
    for (int i = 0; i < outputs * WIDTH; i += WIDTH) {
      var isTop = load(shifted, from + i).compare(VectorOperators.EQ, zero).and(isOpen);
      isOpen = isOpen.andNot(isTop);
      DoubleVector power = load(powers, from + i);
      DoubleVector others = all.sub(power).blend(rest, isTop).neg();
      var isOther = load(labels, at + i).compare(VectorOperators.EQ, zero);
      store(others.blend(power, isOther).mul(scale), output, from + i);
    }
  }
}
