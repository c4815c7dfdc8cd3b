package org.basin.engine;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;

/**
 * How the shell of {@code basin sql} shows results. The keys and their defaults stand at {@code
 * basin.sql.shell} in {@code reference.conf}.
 *
 * @param sampleRows the number of rows that decide how wide columns are; ≥ 1
 * @param verticalRows the max number of rows that are shown one column a line because they are too
 *     wide for the terminal; ≥ 0
 * @param completedValues the max number of different values of a column for which they are
 *     completed; ≥ 0
 * @param historySize the number of queries that are kept; ≥ 0
 * @param less the options of {@code less} where the user sets none
 */
public record ShellSettings(
    int sampleRows, int verticalRows, int completedValues, int historySize, String less) {

  /** Reads the settings from {@code reference.conf} and from system properties. */
  public static ShellSettings load() {
    Config shell =
        ConfigFactory.load(ShellSettings.class.getClassLoader()).getConfig("basin.sql.shell");
    return new ShellSettings(
        shell.getInt("sample-rows"),
        shell.getInt("vertical-rows"),
        shell.getInt("completed-values"),
        shell.getInt("history-size"),
        shell.getString("less"));
  }
}
