package org.basin.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A command that a person can type as it is printed: the program as it was called, the options of
 * {@code spark-submit} that it was called with, and every word quoted where a shell asks for it.
 */
final class CommandText {

  /** Set by the launcher: how it was called. */
  private static final String PROGRAM = "BASIN_PROGRAM";

  /** Set by the launcher: the user's own options of {@code spark-submit}, quoted for a shell. */
  private static final String SPARK_OPTIONS = "BASIN_SPARK_OPTIONS";

  /** Words of these characters alone mean themselves to every shell. */
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_@%+=:,./-]+");

  private final String start;
  private final String sparkOptions;
  private final List<String> words = new ArrayList<>();

  private CommandText(String verb, Map<String, String> environment) {
    this.start = quoted(environment.getOrDefault(PROGRAM, "submit/basin")) + " " + verb;
    this.sparkOptions = environment.getOrDefault(SPARK_OPTIONS, "");
  }

  /** The command of this process with another verb, and nothing after it yet. */
  static CommandText of(String verb) {
    return new CommandText(verb, System.getenv());
  }

  /** As {@link #of(String)}, of a process with this environment. */
  static CommandText of(String verb, Map<String, String> environment) {
    return new CommandText(verb, environment);
  }

  /** Adds a word. */
  CommandText word(Object word) {
    words.add(quoted(word.toString()));
    return this;
  }

  /** Adds {@code name value} once for each value. */
  CommandText option(String name, List<String> values) {
    values.forEach(value -> word(name).word(value));
    return this;
  }

  /** Adds a query of SQL in double quotes, for its texts stand in single ones. */
  CommandText query(String sql) {
    words.add("\"" + sql.replaceAll("([\"\\\\$`])", "\\\\$1") + "\"");
    return this;
  }

  /** Adds the folder of all sweeps, unless it is the default. */
  CommandText output(String output) {
    return output.equals(Verb.OUTPUT) ? this : option("--output", List.of(output));
  }

  /** The command in one line. */
  String line() {
    String line = start + words.stream().map(word -> " " + word).collect(Collectors.joining());
    return sparkOptions.isEmpty() ? line : line + " " + sparkOptions;
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
