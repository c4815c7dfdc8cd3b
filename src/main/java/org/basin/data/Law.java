package org.basin.data;

import org.apache.commons.rng.UniformRandomProvider;
import org.basin.linalg.Matrix;

/**
 * A spherically symmetric law of inputs. Immutable.
 *
 * <p>What closed forms need of it is the law of |⟨u, x⟩| for a unit vector u, the same for every u.
 * It is given as a function of a variable q ≥ 0 in which it is smooth, for quadrature.
 */
interface Law {

  /** d, the number of features. */
  int dimension();

  /**
   * Draws an input into every column, one after the other, so that more columns extend fewer.
   *
   * @param inputs (dimension × examples); overwritten
   */
  void draw(UniformRandomProvider stream, Matrix inputs);

  /**
   * Draws in float, which a law may do by a way of its own, or else rounds the doubles.
   *
   * @param inputs (dimension × examples), one after the other; overwritten
   */
  default void draw(UniformRandomProvider stream, float[] inputs) {
    Matrix wide = new Matrix(dimension(), inputs.length / dimension());
    draw(stream, wide);
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = (float) wide.data()[i];
    }
  }

  /**
   * c₀ = E‖x‖ of the two-dimensional marginal = (π/2) E|⟨u, x⟩|. Lin, Sun &amp; Zhang (2021).
   *
   * @return NaN if the dimension is below 2
   */
  double marginalRadius();

  /** E⟨u, x⟩². */
  double variance();

  /** |⟨u, x⟩| at q; increasing. */
  double projection(double q);

  /** The probability density of q. */
  double density(double q);

  /**
   * Where integrals over q may end: |⟨u, x⟩| has reached {@code reach}, or the mass beyond is below
   * 1e-17, or q has no larger value.
   */
  double end(double reach);
}
