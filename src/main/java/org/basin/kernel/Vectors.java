package org.basin.kernel;

import java.util.function.Supplier;
import org.basin.linalg.Precision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides whether this process computes with SIMD vectors or in plain Java. It uses vectors if the
 * JVM was started with the module jdk.incubator.vector; both give the same numbers. The choice is
 * made once, and it is logged with its reason, at level debug, when it is first needed.
 *
 * <p>Code with vectors is compiled separately, so other code cannot refer to it. The entry class of
 * each of its packages is therefore loaded by its name.
 */
public final class Vectors {

  private static final String MODULE = "jdk.incubator.vector";

  /** The max number of bytes in a vector. */
  private static final int WIDEST = 64;

  /** Set once per process. */
  private static final class Choice {
    static final boolean OFFERED = ModuleLayer.boot().findModule(MODULE).isPresent();

    static {
      Logger log = LoggerFactory.getLogger(Vectors.class);
      log.debug(describe(OFFERED));
    }
  }

  private Vectors() {}

  /** Whether this process computes with SIMD vectors. */
  public static boolean areOffered() {
    return Choice.OFFERED;
  }

  /** The choice and its reason. */
  static String describe(boolean offered) {
    return offered
        ? "computes by vectors: the JVM has the module " + MODULE
        : "computes in plain Java: the JVM was started without --add-modules " + MODULE;
  }

  /**
   * The implementation of a computation that this process uses.
   *
   * @param vectors the class name of the implementation with vectors; the class has a public
   *     constructor without parameters
   * @param plain makes the implementation in plain Java
   */
  public static <T> T choose(Class<T> kind, String vectors, Supplier<? extends T> plain) {
    if (!areOffered()) {
      return plain.get();
    }
    try {
      return Class.forName(vectors, true, kind.getClassLoader())
          .asSubclass(kind)
          .getConstructor()
          .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The number of lanes of a kernel that fills vectors, for at least this many trials. */
  static double padded(int lanes, Precision precision) {
    int width = WIDEST / precision.bytes();
    return Math.ceil((double) lanes / width) * width;
  }
}
