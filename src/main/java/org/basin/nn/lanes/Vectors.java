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

  /**
   * A kernel made of vectors.
   *
   * @param name of a class beside this package, in {@code vector}: it is compiled apart, and cannot
   *     be loaded without the module
   */
  static LaneKernel kernel(String name, LaneShape shape, int lanes) {
    try {
      return Class.forName(Vectors.class.getPackageName() + ".vector." + name)
          .asSubclass(LaneKernel.class)
          .getConstructor(shape.getClass(), int.class)
          .newInstance(shape, lanes);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
