package org.basin.nn;

import java.util.Optional;
import org.basin.linalg.Matrix;

/**
 * A scalar function σ that is applied to every element of a layer, and its derivative σ′.
 * Stateless.
 */
public interface Activation {

  /**
   * Sets each element of {@code result} to σ of the same element of {@code z}; both have the same
   * shape.
   */
  void apply(Matrix z, Matrix result);

  /**
   * Multiplies each element of {@code gradient} by σ′ at the same element of {@code z}.
   *
   * @param z the preactivations; not modified
   * @param a the activations σ(z); not modified
   */
  void multiplyByDerivative(Matrix z, Matrix a, Matrix gradient);

  /** The function's name, for kernels that compute it; empty by default. */
  default Optional<ActivationForm> form() {
    return Optional.empty();
  }

  /** Whether σ(cz) = cσ(z) for every c &gt; 0. */
  default boolean isHomogeneous() {
    return false;
  }
}
