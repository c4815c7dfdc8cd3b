package org.basin.nn;

import java.util.Optional;
import org.basin.linalg.Matrix;

/** A scalar function applied to every element of a layer, and its derivative. Stateless. */
public interface Activation {

  /** Sets {@code result} to σ of each element of {@code z}; same shape. */
  void apply(Matrix z, Matrix result);

  /**
   * Multiplies each element of {@code gradient} by σ′ at the element of {@code z}.
   *
   * @param z what went in; not modified
   * @param a what came out, σ(z); not modified
   */
  void multiplyByDerivative(Matrix z, Matrix a, Matrix gradient);

  /** Which function it is, where that has a name; the default is none. */
  default Optional<ActivationForm> form() {
    return Optional.empty();
  }

  /** Whether σ(cz) = cσ(z) for c &gt; 0. */
  default boolean isHomogeneous() {
    return false;
  }
}
