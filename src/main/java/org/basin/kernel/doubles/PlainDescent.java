package org.basin.kernel.doubles;

import org.basin.nn.DescentTerms;

/** Gradient descent of one lane in plain Java. */
final class PlainDescent implements LaneUpdate {

  private final DescentTerms terms;

  PlainDescent(DescentTerms terms) {
    this.terms = terms;
  }

  @Override
  public void move(NetworkGroup group, int at, int end, double[] stepSize) {
    double momentum = group.factors.momentum[0];
    double weightDecay = group.factors.weightDecay[0];
    for (int i = at; i < end; i++) {
      double w = group.weights[i];
      double d = group.gradient[i];
      if (terms.weightDecay()) {
        d += weightDecay * w;
      }
      if (terms.momentum()) {
        double v = momentum * group.velocity[i] + d;
        group.velocity[i] = v;
        d = terms.nesterov() ? d + momentum * v : v;
      }
      group.weights[i] = w - stepSize[0] * d;
    }
  }
}
