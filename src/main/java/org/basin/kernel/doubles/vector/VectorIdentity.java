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

/** z. */
final class VectorIdentity implements LaneActivation {

  @Override
  public boolean hasSlopes() {
    return false;
  }

  @Override
  public void apply(LaneArray z, LaneArray a, LaneArray slopes, int count) {
    a.copyFrom(z, count);
  }

  @Override
  public void pull(LaneArray a, LaneArray slopes, LaneArray d, int count) {}

  @Override
  public void pullOne(OneOutput map, int examples, LaneArray d, LaneArray a, LaneArray slopes) {
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
        DoubleVector delta = v.fma(outer, zero);
        store(delta, a, at);
        biasSum = biasSum.add(delta);
      }
      gradientSum.intoArray(gradient.data(), g);
      biasSum.intoArray(biases.data(), b);
    }
  }
}
