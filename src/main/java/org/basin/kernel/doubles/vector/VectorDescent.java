package org.basin.kernel.doubles.vector;

import static org.basin.kernel.doubles.vector.LaneTiles.WIDTH;
import static org.basin.kernel.doubles.vector.LaneTiles.load;
import static org.basin.kernel.doubles.vector.LaneTiles.store;

import jdk.incubator.vector.DoubleVector;
import org.basin.kernel.doubles.LaneArray;
import org.basin.kernel.doubles.LaneState;
import org.basin.kernel.doubles.LaneUpdate;
import org.basin.nn.DescentTerms;

/** Gradient descent with SIMD vectors. Each combination of terms has its own loop. */
final class VectorDescent implements LaneUpdate {

  private final DescentTerms terms;

  VectorDescent(DescentTerms terms) {
    this.terms = terms;
  }

  @Override
  public void move(LaneState state, int at, int end, double[] stepSize) {
    LaneArray gradient = state.gradient;
    if (terms.weightDecay()) {
      decay(state.weights, gradient, at, end, state.factors.weightDecay);
    }
    if (terms.momentum() && terms.nesterov()) {
      lookAhead(state.velocity, gradient, at, end, state.factors.momentum);
    } else if (terms.momentum()) {
      accelerate(state.velocity, gradient, at, end, state.factors.momentum);
      gradient = state.velocity;
    }
    descend(state.weights, gradient, at, end, stepSize);
  }

  private static void descend(LaneArray w, LaneArray d, int at, int end, double[] stepSize) {
    DoubleVector step = load(stepSize, 0);
    for (int i = at; i < end; i += WIDTH) {
      store(load(w, i).sub(step.mul(load(d, i))), w, i);
    }
  }

  /** g ← g + λw. */
  static void decay(LaneArray w, LaneArray g, int at, int end, double[] weightDecay) {
    DoubleVector lambda = load(weightDecay, 0);
    for (int i = at; i < end; i += WIDTH) {
      store(load(g, i).add(lambda.mul(load(w, i))), g, i);
    }
  }

  /** v ← μv + g. */
  private static void accelerate(LaneArray v, LaneArray g, int at, int end, double[] momentum) {
    DoubleVector mu = load(momentum, 0);
    for (int i = at; i < end; i += WIDTH) {
      store(mu.mul(load(v, i)).add(load(g, i)), v, i);
    }
  }

  /** v ← μv + g; g ← g + μv. */
  private static void lookAhead(LaneArray v, LaneArray g, int at, int end, double[] momentum) {
    DoubleVector mu = load(momentum, 0);
    for (int i = at; i < end; i += WIDTH) {
      DoubleVector d = load(g, i);
      DoubleVector moved = mu.mul(load(v, i)).add(d);
      store(moved, v, i);
      store(d.add(mu.mul(moved)), g, i);
    }
  }
}
