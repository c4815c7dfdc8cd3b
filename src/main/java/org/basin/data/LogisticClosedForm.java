package org.basin.data;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * L(w) = E ln(1 + e^{−yφ}), φ = ⟨w, x⟩, y = sgn⟨v, x⟩, for a spherically symmetric law of x.
 *
 * <p>Write ln(1+e^{−yφ}) = ln(1+e^{−|φ|}) + (|φ| − yφ)/2. By symmetry |φ| is distributed as s|u|, s
 * = ‖w‖, with u the projection of x on any unit vector, E|u| = 2c₀/π and E yφ = (2c₀/π)⟨v, w⟩.
 * Hence
 *
 * <pre>
 *   L(w)  = G(s) + (c₀/π)(s − ⟨v, w⟩),        G(s)  = E ln(1 + e^{−s|u|})
 *   ∇L(w) = G′(s) w/s + (c₀/π)(w/s − v),       G′(s) = −E |u| / (1 + e^{s|u|})
 * </pre>
 *
 * <p>whose part across w is −(c₀/π) times that of v, as in Lin, Sun &amp; Zhang (2021). G and G′
 * are smooth integrals over one variable: Gauss–Legendre with 64 nodes on an interval that shrinks
 * as s grows gives them to about 1e-14 relative for any s.
 */
final class LogisticClosedForm {

  /** e^{−45} = 3e-20: beyond this |φ| the integrands are below rounding. */
  private static final double REACH = 45;

  private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(32);

  /**
   * Where the panels meet, as a part of the interval: ln(1+e^{−t}) is singular at t = ±iπ, near the
   * interval's start only.
   */
  private static final double[] PANELS = {0, 0.25, 1};

  private final Law law;
  private final double[] v;

  /** c₀/π. */
  private final double slope;

  /**
   * @param law of x, in two dimensions or more
   * @param v of norm 1; not modified
   */
  LogisticClosedForm(Law law, double[] v) {
    this.law = law;
    this.v = v;
    this.slope = law.marginalRadius() / Math.PI;
  }

  /** L(w). NaN if {@code w} is not finite. */
  double value(double[] w) {
    return gradient(w, new double[w.length]);
  }

  /**
   * L(w) and its gradient; at w = 0 the gradient is the limit −(c₀/π) v.
   *
   * @param w not modified
   * @param gradient overwritten
   */
  double gradient(double[] w, double[] gradient) {
    double s = TeacherVector.norm(w);
    if (s == 0) {
      for (int i = 0; i < v.length; i++) {
        gradient[i] = -slope * v[i];
      }
      return Math.log(2);
    }
    double end = law.end(REACH / s);
    double value = 0;
    double derivative = 0;
    for (int panel = 1; panel < PANELS.length; panel++) {
      double half = end * (PANELS[panel] - PANELS[panel - 1]) / 2;
      double middle = end * PANELS[panel - 1] + half;
      for (int k = 0; k < RULE.getNumberOfPoints(); k++) {
        double q = middle + half * RULE.getPoint(k);
        double weight = half * RULE.getWeight(k) * law.density(q);
        double u = law.projection(q);
        double e = Math.exp(-s * u);
        value += weight * Math.log1p(e);
        derivative -= weight * u * e / (1 + e);
      }
    }
    // s − ⟨v, w⟩ = ‖w − s v‖² / 2s, without cancellation where w and v are nearly aligned.
    double across = 0;
    for (int i = 0; i < v.length; i++) {
      double difference = w[i] - s * v[i];
      across += difference * difference;
      gradient[i] = derivative * (w[i] / s) + slope * (difference / s);
    }
    return value + slope * across / (2 * s);
  }
}
