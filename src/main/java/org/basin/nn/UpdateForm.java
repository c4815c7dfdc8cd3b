package org.basin.nn;

/**
 * Describes the update of an optimiser, without its step size. An optimiser that makes none of
 * these updates has no form.
 */
public sealed interface UpdateForm {

  /** The terms that the update has. */
  UpdateTerms terms();

  /**
   * Gradient descent: g ← ∇L(w) + λw; v ← μv + g, with v = 0 at the start; w ← w − ηv, or
   * Nesterov's w ← w − η(g + μv). The gradient is neither clipped nor changed by a penalty.
   *
   * @param momentum μ in [0, 1)
   * @param nesterov whether the momentum is Nesterov's; it does not matter if μ = 0
   * @param weightDecay λ ≥ 0
   */
  record Descent(double momentum, boolean nesterov, double weightDecay) implements UpdateForm {

    @Override
    public DescentTerms terms() {
      return new DescentTerms(momentum != 0, nesterov, weightDecay != 0);
    }
  }

  /**
   * Adam, with λ = 0 for no weight decay. Update t = 1, 2, … is m ← β₁m + (1 − β₁)g; v ← β₂v + (1 −
   * β₂)g²; w ← w − η·(m / (1 − β₁ᵗ)) / (√(v / (1 − β₂ᵗ)) + ε), with m = v = 0 at the start. The
   * gradient is neither clipped nor changed by a penalty.
   *
   * @param beta1 β₁ in [0, 1)
   * @param beta2 β₂ in [0, 1)
   * @param epsilon ε &gt; 0
   * @param weightDecay λ ≥ 0
   * @param decoupled whether λ shrinks the weights before the update, w ← (1 − ηλ)w, as in AdamW;
   *     otherwise λw is added to the gradient
   */
  record Adam(double beta1, double beta2, double epsilon, double weightDecay, boolean decoupled)
      implements UpdateForm {

    @Override
    public AdamTerms terms() {
      return new AdamTerms(weightDecay != 0, decoupled && weightDecay != 0);
    }
  }
}
