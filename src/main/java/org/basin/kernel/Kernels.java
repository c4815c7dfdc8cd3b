package org.basin.kernel;

import java.lang.reflect.InvocationTargetException;
import org.basin.linalg.Precision;

/** The kernels, and whether this JVM was given the module jdk.incubator.vector, which some need. */
public final class Kernels {

  private static final boolean OFFERED =
      ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

  /** Bytes of a vector, at most. */
  private static final int WIDEST_VECTOR = 64;

  private Kernels() {}

  /** Whether kernels are made of vectors; the plain ones give the same numbers, slowly. */
  public static boolean isOffered() {
    return OFFERED;
  }

  /** Lanes of which a kernel that fills vectors has room for so many. */
  static double padded(int lanes, Precision precision) {
    int width = WIDEST_VECTOR / precision.bytes();
    return Math.ceil((double) lanes / width) * width;
  }

  /**
   * The kernel of a family: by vectors if {@link #isOffered}, else plain; both give the same
   * numbers. By name, because vectors are compiled apart and floats are made by the build.
   *
   * @param kind of its interface
   * @param family what follows {@code Plain} and {@code Vector} in the classes' names
   */
  static <K extends LaneStore> K of(
      Class<K> kind, Precision precision, String family, LaneShape shape, int lanes) {
    return OFFERED
        ? vectors(kind, precision, family, shape, lanes)
        : plain(kind, precision, family, shape, lanes);
  }

  static <K extends LaneStore> K vectors(
      Class<K> kind, Precision precision, String family, LaneShape shape, int lanes) {
    return make(kind, room(precision) + ".vector.Vector" + family, shape, lanes);
  }

  /** The plain form, whatever the JVM offers. */
  public static <K extends LaneStore> K plain(
      Class<K> kind, Precision precision, String family, LaneShape shape, int lanes) {
    return make(kind, room(precision) + ".Plain" + family, shape, lanes);
  }

  /** The form by OpenBLAS, which does not depend on vectors. */
  static <K extends LaneStore> K blas(
      Class<K> kind, Precision precision, String family, LaneShape shape, int lanes) {
    return make(kind, room(precision) + ".Blas" + family, shape, lanes);
  }

  private static String room(Precision precision) {
    return Kernels.class.getPackageName()
        + (precision == Precision.DOUBLE ? ".doubles" : ".floats");
  }

  private static <K extends LaneStore> K make(
      Class<K> kind, String name, LaneShape shape, int lanes) {
    return make(kind, name, new Class<?>[] {shape.getClass(), int.class}, shape, lanes);
  }

  /** Other code of vectors than a kernel: an object of the class, which takes nothing. */
  public static <T> T vectors(Class<T> kind, String name) {
    return make(kind, name, new Class<?>[0]);
  }

  private static <T> T make(Class<T> kind, String name, Class<?>[] types, Object... arguments) {
    try {
      return Class.forName(name).asSubclass(kind).getConstructor(types).newInstance(arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Error error) {
        throw error; // Memory, above all.
      }
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
