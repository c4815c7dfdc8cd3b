package org.basin.kernel.doubles;

import org.basin.nn.DescentTerms;

/** Gradient descent of one lane in plain Java. */
final class PlainDescent implements LaneUpdate {

  private final DescentTerms terms;

  PlainDescent(DescentTerms terms) {
    this.terms = terms;
  }

  @Override
  public void move(LaneState state, int at, int end, double[] stepSize) {
    double momentum = state.factors.momentum[0];
    double weightDecay = state.factors.weightDecay[0];
    for (int i = at; i < end; i++) {
      double w = state.weights.get(i);
      double d = state.gradient.get(i);
      if (terms.weightDecay()) {
        d += weightDecay * w;
      }
      if (terms.momentum()) {
        double v = momentum * state.velocity.get(i) + d;
        state.velocity.set(i, v);
        d = terms.nesterov() ? d + momentum * v : v;
      }
      state.weights.set(i, w - stepSize[0] * d);
    }
  }
}
