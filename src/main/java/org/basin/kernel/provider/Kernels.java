package org.basin.kernel.provider;

import org.basin.kernel.Kernel;
import org.basin.kernel.KernelProvider;
import org.basin.kernel.LaneShape;
import org.basin.kernel.Vectors;
import org.basin.linalg.Precision;

/** The kernels of this process: with SIMD vectors if it has them, as {@link Vectors} decides. */
public final class Kernels {

  private static final KernelProvider PLAIN_DOUBLES = new org.basin.kernel.doubles.PlainKernels();
  private static final KernelProvider PLAIN_FLOATS = new org.basin.kernel.floats.PlainKernels();

  private static final KernelProvider DOUBLES =
      Vectors.choose(
          KernelProvider.class,
          "org.basin.kernel.doubles.vector.VectorKernels",
          () -> PLAIN_DOUBLES);

  private static final KernelProvider FLOATS =
      Vectors.choose(
          KernelProvider.class, "org.basin.kernel.floats.vector.VectorKernels", () -> PLAIN_FLOATS);

  private Kernels() {}

  /** The fastest kernels. */
  public static KernelProvider of(Precision precision) {
    return precision == Precision.DOUBLE ? DOUBLES : FLOATS;
  }

  /** The kernels in plain Java, even if the JVM offers vectors. */
  public static KernelProvider plain(Precision precision) {
    return precision == Precision.DOUBLE ? PLAIN_DOUBLES : PLAIN_FLOATS;
  }

  /**
   * Makes the fastest kernel of a shape.
   *
   * @param lanes the min number of lanes that it has memory for; ≥ 1
   */
  public static Kernel of(LaneShape shape, int lanes) {
    return shape.kernel(of(shape.precision()), lanes);
  }
}
