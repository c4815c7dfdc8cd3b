package org.basin.nn;

import org.basin.linalg.Matrix;

/**
 * A model f(x) = Σⱼ σ(⟨uⱼ, x⟩) with one output, without output weights or bias. Its effective
 * weights uⱼ are its tensor's rows plus a constant, so that the gradients with respect to uⱼ and to
 * the tensor are equal. For σ = ReLU, its population loss against another such model has a closed
 * form.
 */
public interface NeuronSum extends Model {

  /** The activation function σ. */
  Activation activation();

  /**
   * The effective weights uⱼ.
   *
   * @return a new matrix (neurons × inputs), one neuron per row
   */
  Matrix effectiveWeights(Parameters parameters);
}
