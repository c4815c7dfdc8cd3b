package org.basin.nn;

import org.basin.linalg.Matrix;

/**
 * A model f(x) = Σⱼ σ(⟨uⱼ, x⟩) of one output, without output weights or bias, whose effective
 * weights uⱼ are its tensor's rows plus something fixed: so the gradients by uⱼ and by the tensor
 * are the same. With σ = ReLU its population loss against another is known in closed form.
 */
public interface NeuronSum extends Model {

  /** σ. */
  Activation activation();

  /**
   * The effective weights.
   *
   * @return (neurons × inputs), one neuron a row; new
   */
  Matrix effectiveWeights(Parameters parameters);
}
