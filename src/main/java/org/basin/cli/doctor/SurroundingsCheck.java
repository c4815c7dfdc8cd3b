package org.basin.cli.doctor;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.basin.engine.health.HealthSettings;

/** What surrounds the program: the locale, the terminal, and Python for the notebook. */
public final class SurroundingsCheck {
  private static final String PACKAGES = "pandas, pyarrow, matplotlib";

  private SurroundingsCheck() {}

  /**
   * Looks at this process's surroundings.
   *
   * @param columns the terminal's width; 0 if there is no terminal
   */
  public static List<Finding> all(int columns, HealthSettings settings) {
    return List.of(
        locale(System.getProperty("sun.jnu.encoding", "")),
        terminal(columns, System.getenv(), settings),
        python("python3", settings));
  }

  static Finding locale(String names) {
    return names.toUpperCase(Locale.ROOT).startsWith("UTF")
        ? Finding.ok("locale", "names of files are " + names)
        : Finding.warning(
            "locale",
            "names of files are " + names + ", so those with other letters cannot be opened",
            "set LC_ALL=C.UTF-8");
  }

  static Finding terminal(int columns, Map<String, String> variables, HealthSettings settings) {
    if (columns == 0) {
      return Finding.ok("terminal", "none; progress is printed as lines for a log");
    }
    String colour = variables.getOrDefault("NO_COLOR", "").isEmpty() ? "" : ", NO_COLOR";
    String found = columns + " columns, " + variables.getOrDefault("TERM", "no TERM") + colour;
    return columns < settings.columns()
        ? Finding.warning(
            "terminal", found, "text is laid out for " + settings.columns() + " columns; widen it")
        : Finding.ok("terminal", found);
  }

  /**
   * Looks for a Python that can read the tables. Basin itself needs none, so that nothing is wrong
   * without.
   */
  static Finding python(String program, HealthSettings settings) {
    try {
      Process process =
          new ProcessBuilder(program, "-c", "import sys, " + PACKAGES + "; print(sys.version)")
              .redirectErrorStream(true)
              .start();
      process.getOutputStream().close();
      if (!process.waitFor((long) (1000 * settings.answerSeconds()), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        return Finding.ok("Python", program + " does not answer; only notebooks need it");
      }
      return process.exitValue() == 0
          ? Finding.ok("Python", program + " has " + PACKAGES + ", for notebooks")
          : Finding.ok(
              "Python", program + " lacks some of " + PACKAGES + "; only notebooks need them");
    } catch (IOException e) {
      return Finding.ok("Python", "no " + program + "; only notebooks need it");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Finding.ok("Python", "not asked");
    }
  }
}
