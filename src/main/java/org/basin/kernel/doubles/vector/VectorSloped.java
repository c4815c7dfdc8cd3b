package org.basin.kernel.doubles.vector;

import static org.basin.kernel.doubles.vector.LaneTiles.SPECIES;
import static org.basin.kernel.doubles.vector.LaneTiles.WIDTH;
import static org.basin.kernel.doubles.vector.LaneTiles.load;
import static org.basin.kernel.doubles.vector.LaneTiles.store;

import jdk.incubator.vector.DoubleVector;
import org.basin.kernel.doubles.LaneActivation;
import org.basin.kernel.doubles.LaneArray;
import org.basin.kernel.doubles.LaneMatrix;
import org.basin.kernel.doubles.OneOutput;

/** An activation with SIMD vectors whose slopes are stored. */
abstract class VectorSloped implements LaneActivation {

  @Override
  public final boolean hasSlopes() {
    return true;
  }

  @Override
  public final void pull(LaneArray a, LaneArray slopes, LaneArray d, int count) {
    for (int i = 0; i < count; i += WIDTH) {
      store(load(d, i).mul(load(slopes, i)), d, i);
    }
  }

  @Override
  public final void pullOne(
      OneOutput map, int examples, LaneArray d, LaneArray a, LaneArray slopes) {
    LaneMatrix gradient = map.gradient();
    LaneMatrix biases = map.biases();
    DoubleVector zero = DoubleVector.zero(SPECIES);
    for (int j = 0; j < map.units(); j++) {
      DoubleVector v = load(map.weights().data(), map.weights().at() + j * map.weights().across());
      int g = gradient.at() + j * gradient.across();
      int b = biases.at() + j * biases.down();
      DoubleVector gradientSum = load(gradient.data(), g);
      DoubleVector biasSum = load(biases.data(), b);
      for (int e = 0; e < examples; e++) {
        int at = (e * map.units() + j) * WIDTH;
        DoubleVector x = load(a, at);
        DoubleVector outer = load(d, e * WIDTH);
        gradientSum = outer.fma(x, gradientSum);
        DoubleVector delta = v.fma(outer, zero).mul(load(slopes, at));
        store(delta, a, at);
        biasSum = biasSum.add(delta);
      }
      gradientSum.intoArray(gradient.data(), g);
      biasSum.intoArray(biases.data(), b);
    }
  }
}
