package org.basin.kernel.doubles;

import org.basin.nn.AdamTerms;

/** Adam of one lane in plain Java. */
final class PlainAdam implements LaneUpdate {

  private final AdamTerms terms;

  PlainAdam(AdamTerms terms) {
    this.terms = terms;
  }

  @Override
  public void move(LaneState state, int at, int end, double[] stepSize) {
    LaneFactors factors = state.factors;
    double rate = stepSize[0] / factors.meanShare[0];
    double kept = 1 - stepSize[0] * factors.weightDecay[0];
    for (int i = at; i < end; i++) {
      double w = state.weights.get(i);
      double g = state.gradient.get(i);
      if (terms.decoupled()) {
        w *= kept;
      } else if (terms.weightDecay()) {
        g += factors.weightDecay[0] * w;
      }
      double m = state.velocity.get(i);
      m += factors.meanGain[0] * (g - m);
      double v = factors.squareKept[0] * state.square.get(i) + factors.squareGain[0] * g * g;
      state.velocity.set(i, m);
      state.square.set(i, v);
      double root = Real.of(Math.sqrt(v)) / factors.squareShare[0];
      state.weights.set(i, w - rate * m / (root + factors.epsilon[0]));
    }
  }
}
