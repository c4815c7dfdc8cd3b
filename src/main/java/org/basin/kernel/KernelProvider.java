package org.basin.kernel;

/**
 * Makes the kernels of one precision, with one method for each shape. One provider has all of them
 * in plain Java; another uses SIMD vectors where they are faster. {@code provider.Kernels} says
 * which provider a process uses.
 */
public interface KernelProvider {

  /**
   * Sums of squared neurons.
   *
   * @param lanes room for at least so many; ≥ 1
   */
  RunAheadKernel squaredRelu(SquaredReluShape shape, int lanes);

  /**
   * Products of matrices.
   *
   * @param lanes room for at least so many; ≥ 1
   */
  StepwiseKernel deepLinear(DeepLinearShape shape, int lanes);

  /**
   * Affine layers.
   *
   * @param lanes room for at least so many; ≥ 1
   */
  StepwiseKernel dense(DenseShape shape, int lanes);
}
