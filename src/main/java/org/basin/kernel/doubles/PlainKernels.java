package org.basin.kernel.doubles;

import org.basin.kernel.DeepLinearShape;
import org.basin.kernel.DenseShape;
import org.basin.kernel.Kernel;
import org.basin.kernel.KernelProvider;
import org.basin.kernel.NetworkShape;
import org.basin.kernel.RunAheadKernel;
import org.basin.kernel.SquaredReluShape;
import org.basin.kernel.StepwiseKernel;

/**
 * Makes kernels in plain Java, and with OpenBLAS where large matrix products take most of a step.
 */
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
        ? new DenseLanes(shape, lanes, new PlainProducts(), parts())
        : byBlas(shape, lanes);
  }

  /** Makes a kernel of affine layers with OpenBLAS, whatever their size. */
  public StepwiseKernel byBlas(DenseShape shape, int lanes) {
    return new DenseLanes(shape, lanes, new BlasProducts(), parts());
  }

  @Override
  public final Kernel network(NetworkShape shape, int lanes) {
    return shape.isFullBatch()
        ? new RunAheadNetworks(shape, lanes, parts())
        : new StepwiseNetworks(shape, lanes, parts());
  }

  /** The parts of the kernels of small networks. */
  protected LaneParts parts() {
    return new PlainLaneParts();
  }
}
