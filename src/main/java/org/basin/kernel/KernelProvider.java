package org.basin.kernel;

/**
 * The kernels of one precision, all in plain Java or by vectors where those are quicker: one
 * factory for each shape. {@code provider.Kernels} says which provider a process uses.
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
