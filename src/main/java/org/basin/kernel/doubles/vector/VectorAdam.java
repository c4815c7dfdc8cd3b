package org.basin.kernel.doubles.vector;

import static org.basin.kernel.doubles.vector.LaneTiles.SPECIES;
import static org.basin.kernel.doubles.vector.LaneTiles.WIDTH;
import static org.basin.kernel.doubles.vector.LaneTiles.load;
import static org.basin.kernel.doubles.vector.LaneTiles.store;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import org.basin.kernel.doubles.LaneArray;
import org.basin.kernel.doubles.LaneFactors;
import org.basin.kernel.doubles.LaneState;
import org.basin.kernel.doubles.LaneUpdate;
import org.basin.nn.AdamTerms;

/** Adam with SIMD vectors. */
final class VectorAdam implements LaneUpdate {

  private final AdamTerms terms;

  VectorAdam(AdamTerms terms) {
    this.terms = terms;
  }

  @Override
  public void move(LaneState state, int at, int end, double[] stepSize) {
    LaneFactors factors = state.factors;
    if (terms.decoupled()) {
      shrink(state.weights, at, end, stepSize, factors.weightDecay);
    } else if (terms.weightDecay()) {
      VectorDescent.decay(state.weights, state.gradient, at, end, factors.weightDecay);
    }
    average(state.velocity, state.gradient, at, end, factors.meanGain);
    averageSquare(state.square, state.gradient, at, end, factors);
    descend(state, at, end, stepSize);
  }

  /** w ← (1 − ηλ)w. */
  private static void shrink(
      LaneArray w, int at, int end, double[] stepSize, double[] weightDecay) {
    DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
    DoubleVector kept = one.sub(load(stepSize, 0).mul(load(weightDecay, 0)));
    for (int i = at; i < end; i += WIDTH) {
      store(load(w, i).mul(kept), w, i);
    }
  }

  /** m ← m + (1 − β₁)(g − m). */
  private static void average(LaneArray m, LaneArray g, int at, int end, double[] gain) {
    DoubleVector share = load(gain, 0);
    for (int i = at; i < end; i += WIDTH) {
      DoubleVector mean = load(m, i);
      store(mean.add(share.mul(load(g, i).sub(mean))), m, i);
    }
  }

  /** v ← β₂v + (1 − β₂)g². */
  private static void averageSquare(
      LaneArray v, LaneArray g, int at, int end, LaneFactors factors) {
    DoubleVector kept = load(factors.squareKept, 0);
    DoubleVector gain = load(factors.squareGain, 0);
    for (int i = at; i < end; i += WIDTH) {
      DoubleVector d = load(g, i);
      store(kept.mul(load(v, i)).add(gain.mul(d).mul(d)), v, i);
    }
  }

  private static void descend(LaneState state, int at, int end, double[] stepSize) {
    DoubleVector rate = load(stepSize, 0).div(load(state.factors.meanShare, 0));
    DoubleVector share = load(state.factors.squareShare, 0);
    DoubleVector epsilon = load(state.factors.epsilon, 0);
    for (int i = at; i < end; i += WIDTH) {
      DoubleVector root = load(state.square, i).lanewise(VectorOperators.SQRT).div(share);
      DoubleVector move = rate.mul(load(state.velocity, i)).div(root.add(epsilon));
      store(load(state.weights, i).sub(move), state.weights, i);
    }
  }
}
