package org.basin.kernel.doubles.vector;

import org.basin.kernel.DeepLinearShape;
import org.basin.kernel.DenseShape;
import org.basin.kernel.RunAheadKernel;
import org.basin.kernel.SquaredReluShape;
import org.basin.kernel.StepwiseKernel;
import org.basin.kernel.doubles.DenseLanes;
import org.basin.kernel.doubles.LaneParts;
import org.basin.kernel.doubles.PlainKernels;

/** Makes kernels with SIMD vectors; OpenBLAS computes large products. */
public final class VectorKernels extends PlainKernels {

  @Override
  public RunAheadKernel squaredRelu(SquaredReluShape shape, int lanes) {
    return new VectorSquaredRelu(shape, lanes);
  }

  @Override
  public StepwiseKernel deepLinear(DeepLinearShape shape, int lanes) {
    return new VectorDeepLinear(shape, lanes);
  }

  @Override
  public StepwiseKernel dense(DenseShape shape, int lanes) {
    return shape.isTiled()
        ? new DenseLanes(shape, lanes, new VectorProducts(), parts())
        : super.dense(shape, lanes);
  }

  @Override
  protected LaneParts parts() {
    return new VectorLaneParts();
  }
}
