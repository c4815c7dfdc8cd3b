package org.basin.nn;

/**
 * Which update an optimiser makes, its step size excepted; none for a rule that is none of these.
 */
public sealed interface UpdateForm {

  /**
   * Gradient descent: g ← ∇L(w) + λw; v ← μv + g, v = 0 at first; w ← w − ηv, or Nesterov's w ← w −
   * η(g + μv). The gradient is used as it is: neither clipped nor with a penalty's added.
   *
   * @param momentum μ in [0, 1)
   * @param nesterov without meaning where μ = 0
   * @param weightDecay λ ≥ 0
   */
  record Descent(double momentum, boolean nesterov, double weightDecay) implements UpdateForm {

    /** Which terms the update has. */
    public UpdateTerms terms() {
      return new UpdateTerms(momentum != 0, nesterov, weightDecay != 0);
    }
  }
}
