package org.basin.nn;

/**
 * Describes the update of an optimiser, without its step size. An optimiser that makes none of
 * these updates has no form.
 */
public sealed interface UpdateForm {

  /**
   * Gradient descent: g ← ∇L(w) + λw; v ← μv + g, with v = 0 at the start; w ← w − ηv, or
   * Nesterov's w ← w − η(g + μv). The gradient is neither clipped nor changed by a penalty.
   *
   * @param momentum μ in [0, 1)
   * @param nesterov whether the momentum is Nesterov's; it does not matter if μ = 0
   * @param weightDecay λ ≥ 0
   */
  record Descent(double momentum, boolean nesterov, double weightDecay) implements UpdateForm {

    /** The terms that the update has. */
    public UpdateTerms terms() {
      return new UpdateTerms(momentum != 0, nesterov, weightDecay != 0);
    }
  }
}
