package org.basin.cli.doctor;

import java.util.List;
import org.basin.engine.work.JvmOptions;

/** The Java that runs this process, and the options it was started with. */
public final class JavaCheck {
  private static final int OLDEST = 17;

  private JavaCheck() {}

  /** Looks at this process. */
  public static List<Finding> all() {
    return List.of(version(Runtime.version()), options(JvmOptions.warning()));
  }

  static Finding version(Runtime.Version version) {
    String found = version + ", " + System.getProperty("java.vm.name");
    return version.feature() < OLDEST
        ? Finding.problem("Java", found, "install JDK " + OLDEST + " or newer, and set JAVA_HOME")
        : Finding.ok("Java", found);
  }

  /**
   * Judges the options.
   *
   * @param warning what the options lack; empty if nothing
   */
  static Finding options(String warning) {
    return warning.isEmpty()
        ? Finding.ok("JVM options", "those of submit/jvm-options")
        : Finding.warning("JVM options", warning, "start Basin through submit/basin");
  }
}
