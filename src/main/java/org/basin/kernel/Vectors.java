package org.basin.kernel;

import java.util.function.Supplier;
import org.basin.linalg.Precision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether this process computes by SIMD vectors or in plain Java. Chosen once, by whether the JVM
 * was started with the module jdk.incubator.vector; both give the same numbers. The choice and its
 * reason are logged, at level debug, when they are first asked for.
 *
 * <p>Code that is made of vectors is compiled apart from the rest, which therefore cannot name it:
 * the entry class of each of its packages is loaded by its name.
 */
public final class Vectors {

  private static final String MODULE = "jdk.incubator.vector";

  /** Bytes of a vector, at most. */
  private static final int WIDEST = 64;

  /** Filled once a process. */
  private static final class Choice {
    static final boolean OFFERED = ModuleLayer.boot().findModule(MODULE).isPresent();

    static {
      Logger log = LoggerFactory.getLogger(Vectors.class);
      log.debug(describe(OFFERED));
    }
  }

  private Vectors() {}

  /** Whether this process computes by vectors. */
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
   * The form of a computation that this process uses.
   *
   * @param vectors class name of the form by vectors; the class has a public constructor without
   *     parameters
   * @param plain makes the form in plain Java
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

  /** Lanes of which a kernel that fills vectors has room for so many. */
  static double padded(int lanes, Precision precision) {
    int width = WIDEST / precision.bytes();
    return Math.ceil((double) lanes / width) * width;
  }
}
