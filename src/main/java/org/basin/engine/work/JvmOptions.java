package org.basin.engine.work;

import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * Whether a JVM has the options of {@code submit/jvm-options} that training needs to be quick: the
 * module of vectors, and the loops that the compiler must leave methods of their own. Without them
 * the numbers are the same.
 */
public final class JvmOptions {

  private static final String MODULE = "jdk.incubator.vector";
  private static final String LOOPS = "-XX:CompileCommand=dontinline,";

  private JvmOptions() {}

  /** What this process lacks, in one line; empty if nothing. */
  public static String warning() {
    return Holder.WARNING;
  }

  /**
   * The same of any JVM.
   *
   * @param arguments that it was started with
   */
  static String warning(boolean hasModule, List<String> arguments) {
    return hasModule && arguments.stream().anyMatch(option -> option.startsWith(LOOPS))
        ? ""
        : "trials may take up to fifteen times as long: the JVM that trains lacks options of"
            + " submit/jvm-options; start with submit/basin, or hand them on as docs/how-to/cluster.md shows";
  }

  /** Filled once a process. */
  private static final class Holder {
    static final String WARNING =
        warning(
            ModuleLayer.boot().findModule(MODULE).isPresent(),
            ManagementFactory.getRuntimeMXBean().getInputArguments());
  }
}
