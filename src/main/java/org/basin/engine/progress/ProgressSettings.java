package org.basin.engine.progress;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import org.basin.engine.storage.Causes;
import org.basin.engine.storage.EngineException;

/**
 * How progress is shown. The keys and their defaults stand at {@code basin.progress} in {@code
 * reference.conf}.
 *
 * @param columns the width of a terminal that does not tell its own, in characters; ≥ 1
 * @param terminalSeconds the time between two updates of a terminal in seconds; &gt; 0
 * @param logSeconds the time between two lines of a log in seconds; &gt; 0
 * @param jsonSeconds the time between two events {@code progress} in seconds; &gt; 0
 * @param watchSeconds the time between two looks of {@code status --watch} in seconds; &gt; 0
 */
public record ProgressSettings(
    int columns,
    double terminalSeconds,
    double logSeconds,
    double jsonSeconds,
    double watchSeconds) {

  public ProgressSettings {
    positive("columns", columns);
    positive("terminal-seconds", terminalSeconds);
    positive("log-seconds", logSeconds);
    positive("json-seconds", jsonSeconds);
    positive("watch-seconds", watchSeconds);
  }

  private static void positive(String key, double value) {
    if (!(value > 0)) {
      throw new IllegalArgumentException(
          "basin.progress." + key + " is " + value + ", must be > 0");
    }
  }

  /**
   * Reads the settings from {@code reference.conf} and from system properties such as {@code
   * basin.progress.log-seconds}.
   *
   * @throws EngineException if a system property is wrong
   */
  public static ProgressSettings load() {
    try {
      Config all = ConfigFactory.load(ProgressSettings.class.getClassLoader());
      Config progress = all.getConfig("basin.progress");
      return new ProgressSettings(
          progress.getInt("columns"),
          progress.getDouble("terminal-seconds"),
          progress.getDouble("log-seconds"),
          progress.getDouble("json-seconds"),
          progress.getDouble("watch-seconds"));
    } catch (IllegalArgumentException | ConfigException e) {
      throw new EngineException(Causes.line(e), e);
    }
  }
}
