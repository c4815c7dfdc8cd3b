package org.basin.nn.lanes;

import java.lang.reflect.InvocationTargetException;

/** Whether this JVM was given the module jdk.incubator.vector, and the kernels that need it. */
public final class Vectors {

  private static final boolean OFFERED =
      ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

  private Vectors() {}

  /** Whether kernels are made of vectors; the plain ones give the same numbers, slowly. */
  public static boolean isOffered() {
    return OFFERED;
  }

  /** The kernel of vectors for networks of squared ReLUs. */
  static LaneKernel squaredRelu(SquaredReluLanes.Shape shape, int lanes) {
    try {
      // By name: the class is compiled apart, and cannot be loaded without the module.
      return (LaneKernel)
          Class.forName("org.basin.nn.lanes.vector.VectorSquaredRelu")
              .getConstructor(SquaredReluLanes.Shape.class, int.class)
              .newInstance(shape, lanes);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
