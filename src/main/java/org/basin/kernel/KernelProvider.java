package org.basin.kernel;

/**
 * Makes the kernels of one precision, with one method for each shape. One provider has all of them
 * in plain Java; another uses SIMD vectors where they are faster. {@code provider.Kernels} says
 * which provider a process uses.
 */
public interface KernelProvider {

  /**
   * Makes the kernel of sums of squared ReLU neurons.
   *
   * @param lanes the min number of lanes that it has memory for; ≥ 1
   */
  RunAheadKernel squaredRelu(SquaredReluShape shape, int lanes);

  /**
   * Makes the kernel of products of matrices.
   *
   * @param lanes the min number of lanes that it has memory for; ≥ 1
   */
  StepwiseKernel deepLinear(DeepLinearShape shape, int lanes);

  /**
   * Makes the kernel of affine layers.
   *
   * @param lanes the min number of lanes that it has memory for; ≥ 1
   */
  StepwiseKernel dense(DenseShape shape, int lanes);

  /**
   * Makes the kernel of small networks: a {@link RunAheadKernel} for the full batch, otherwise a
   * {@link StepwiseKernel}.
   *
   * @param lanes the min number of lanes that it has memory for; ≥ 1
   */
  Kernel network(NetworkShape shape, int lanes);
}
