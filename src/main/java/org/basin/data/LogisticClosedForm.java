package org.basin.data;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * The population loss L(w) = E ln(1 + e^{−yφ}) with φ = ⟨w, x⟩ and y = sgn⟨v, x⟩, for a spherically
 * symmetric distribution of x.
 *
 * <p>Write ln(1+e^{−yφ}) = ln(1+e^{−|φ|}) + (|φ| − yφ)/2. Let s = ‖w‖, and let u be the projection
 * of x on any unit vector. By symmetry, |φ| is distributed as s|u|. Further, E|u| = 2c₀/π and E yφ
 * = (2c₀/π)⟨v, w⟩. Hence
 *
 * <pre>
 *   L(w)  = G(s) + (c₀/π)(s − ⟨v, w⟩),        G(s)  = E ln(1 + e^{−s|u|})
 *   ∇L(w) = G′(s) w/s + (c₀/π)(w/s − v),       G′(s) = −E |u| / (1 + e^{s|u|})
 * </pre>
 *
 * <p>The part of ∇L(w) orthogonal to w is −(c₀/π) times that of v, as in Lin, Sun &amp; Zhang
 * (2021). G and G′ are integrals of smooth functions of one variable. Gauss–Legendre quadrature
 * with 64 nodes, on an interval that shrinks as s grows, has a relative error of about 1e-14 for
 * every s.
 */
final class LogisticClosedForm {

  /** The |φ| above which the integrands are below the rounding error: e^{−45} = 3e-20. */
  private static final double REACH = 45;

  /** The number of nodes of the quadrature. */
  static final int NODES = 64;

  private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(NODES / 2);

  /**
   * The ends of the two panels, as fractions of the interval. The first panel is the shorter one,
   * because the singularities of ln(1+e^{−t}), at t = ±iπ, are near the start of the interval.
   */
  private static final double[] PANELS = {0, 0.25, 1};

  private final Law law;
  private final double[] v;

  /** The constant c₀/π. */
  private final double slope;

  /**
   * @param law the distribution of x, in at least two dimensions
   * @param v the direction, of norm 1; not modified
   */
  LogisticClosedForm(Law law, double[] v) {
    this.law = law;
    this.v = v;
    this.slope = law.marginalRadius() / Math.PI;
  }

  /** The loss L(w); NaN if {@code w} is not finite. */
  double value(double[] w) {
    return gradient(w, new double[w.length]);
  }

  /**
   * The loss L(w) and its gradient. At w = 0 the gradient is its limit, −(c₀/π) v.
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
