package org.basin.kernel.doubles;

import org.basin.kernel.DeepLinearShape;
import org.basin.kernel.DenseShape;
import org.basin.kernel.KernelProvider;
import org.basin.kernel.RunAheadKernel;
import org.basin.kernel.SquaredReluShape;
import org.basin.kernel.StepwiseKernel;

/** Kernels in plain Java, and by OpenBLAS where a step is large products above all. */
public class PlainKernels implements KernelProvider {

  @Override
  public RunAheadKernel squaredRelu(SquaredReluShape shape, int lanes) {
    return new PlainSquaredRelu(shape, lanes);
  }

  @Override
  public StepwiseKernel deepLinear(DeepLinearShape shape, int lanes) {
    return new PlainDeepLinear(shape, lanes);
  }

  @Override
  public StepwiseKernel dense(DenseShape shape, int lanes) {
    return shape.isTiled()
        ? new DenseLanes(shape, lanes, new PlainProducts())
        : byBlas(shape, lanes);
  }

  /** Affine layers by OpenBLAS, whatever their size. */
  public StepwiseKernel byBlas(DenseShape shape, int lanes) {
    return new DenseLanes(shape, lanes, new BlasProducts());
  }
}
