package org.basin.data;

import org.apache.commons.rng.UniformRandomProvider;
import org.basin.linalg.Matrix;

/**
 * A spherically symmetric distribution of inputs. Immutable.
 *
 * <p>Closed forms need only the distribution of |⟨u, x⟩| for a unit vector u, which is the same for
 * every u. For quadrature it is given as a smooth function of a variable q ≥ 0 and the density of
 * q.
 */
public interface Law {

  /** The number of features d. */
  int dimension();

  /**
   * Draws an input into every column, one column after another, so that a larger matrix begins with
   * the inputs of a smaller one.
   *
   * @param inputs (dimension × examples); overwritten
   */
  void draw(UniformRandomProvider stream, Matrix inputs);

  /**
   * Draws in float. A distribution may do this in its own way; the default rounds doubles.
   *
   * @param inputs (dimension × examples), one example after another; overwritten
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

  /** The second moment E⟨u, x⟩². */
  double variance();

  /** |⟨u, x⟩| as an increasing function of q. */
  double projection(double q);

  /** The probability density of q. */
  double density(double q);

  /**
   * The q at which integrals may end: |⟨u, x⟩| has reached {@code reach}, or the remaining
   * probability is below 1e-17, or q has no larger value.
   */
  double end(double reach);
}
