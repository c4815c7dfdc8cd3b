package org.basin.data;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.UnitSphereSampler;
import org.basin.linalg.Matrix;

/**
 * The uniform distribution on the sphere of radius R in d dimensions: a standard Gaussian scaled to
 * norm R (Muller 1959), or {@link CirclePoints} for d = 2.
 *
 * <p>The variable q is an angle γ in [0, π/2]: |⟨u, x⟩| = R sin γ with density proportional to
 * cos^{d−2} γ.
 */
final class Sphere implements Law {

  private final int dimension;
  private final double radius;

  /** The integral ∫ cos^{d−2} γ dγ; NaN for d = 1, where γ has no density. */
  private final double mass;

  /**
   * @param dimension d ≥ 1; the quadrature needs d ≥ 2
   * @param radius R > 0
   */
  Sphere(int dimension, double radius) {
    this.dimension = dimension;
    this.radius = radius;
    this.mass = dimension < 2 ? Double.NaN : wallis(dimension - 2);
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public void draw(UniformRandomProvider stream, Matrix inputs) {
    if (dimension == 2) {
      CirclePoints.QUICKEST.draw(stream, radius, inputs.data());
      return;
    }
    UnitSphereSampler sampler = UnitSphereSampler.of(stream, dimension);
    for (int c = 0; c < inputs.columns(); c++) {
      double[] unit = sampler.sample();
      for (int r = 0; r < dimension; r++) {
        inputs.set(r, c, radius * unit[r]);
      }
    }
  }

  @Override
  public void draw(UniformRandomProvider stream, float[] inputs) {
    if (dimension == 2) {
      CirclePoints.QUICKEST.draw(stream, (float) radius, inputs);
    } else {
      Law.super.draw(stream, inputs);
    }
  }

  /** Draws one direction uniformly on the unit sphere; ±1 in one dimension. */
  static double[] unit(int dimension, UniformRandomProvider stream) {
    return UnitSphereSampler.of(stream, dimension).sample();
  }

  /** R π / (2 (d−1) W_{d−2}), which is R (√π/2) Γ(d/2) / Γ((d+1)/2). */
  @Override
  public double marginalRadius() {
    return radius * Math.PI / (2 * (dimension - 1) * mass);
  }

  @Override
  public double variance() {
    return radius * radius / dimension;
  }

  @Override
  public double projection(double gamma) {
    return radius * Math.sin(gamma);
  }

  @Override
  public double density(double gamma) {
    return Math.pow(Math.cos(gamma), dimension - 2) / mass;
  }

  @Override
  public double end(double reach) {
    double sine = reach / radius;
    double angle = sine < 1 ? Math.asin(sine) : Math.PI / 2;
    // With n = d − 2, cosⁿ γ ≤ exp(−n γ²/2), which is exp(−40) = 4e-18 at γ² = 80/n.
    return dimension == 2 ? angle : Math.min(angle, Math.sqrt(80.0 / (dimension - 2)));
  }

  /** W_n = ∫ cosⁿ γ dγ over [0, π/2], by W_n = W_{n−2} (n−1)/n (Wallis). */
  private static double wallis(int n) {
    double integral = n % 2 == 0 ? Math.PI / 2 : 1;
    for (int k = n % 2 == 0 ? 2 : 3; k <= n; k += 2) {
      integral *= (k - 1.0) / k;
    }
    return integral;
  }
}
