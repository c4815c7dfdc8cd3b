package org.basin.nn;

import org.basin.linalg.Matrix;

/** A model whose output is linear in its input: φ(x) = ⟨w_e, x⟩. */
public interface Linear extends Model {

  /**
   * The effective weight w_e = (W_N ⋯ W_1)ᵀ.
   *
   * @return a new matrix (inputs × outputs)
   */
  Matrix effectiveWeight(Parameters parameters);

  /**
   * The distance of the layers from balance: max_j ‖W_{j+1}ᵀW_{j+1} − W_jW_jᵀ‖_F; 0 for one layer.
   * Lin, Sun &amp; Zhang (2021).
   */
  double balancedness(Parameters parameters);
}
