package org.basin.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A command line that a person can copy into a shell. It has the program's name as the user called
 * it and the user's options of {@code spark-submit}. Words are quoted where a shell requires it.
 */
final class CommandText {

  /** The environment variable in which the launcher passes the name by which it was called. */
  private static final String PROGRAM = "BASIN_PROGRAM";

  /**
   * The environment variable in which the launcher passes the user's options of {@code
   * spark-submit}, quoted for a shell.
   */
  private static final String SPARK_OPTIONS = "BASIN_SPARK_OPTIONS";

  /** Matches words that need no quotes in any shell. */
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_@%+=:,./-]+");

  private final String start;
  private final String sparkOptions;
  private final List<String> words = new ArrayList<>();

  private CommandText(String verb, Map<String, String> environment) {
    this.start = quoted(environment.getOrDefault(PROGRAM, "submit/basin")) + " " + verb;
    this.sparkOptions = environment.getOrDefault(SPARK_OPTIONS, "");
  }

  /** Returns the command of this process with another verb and no further words. */
  static CommandText of(String verb) {
    return new CommandText(verb, System.getenv());
  }

  /** Does the same as {@link #of(String)} for a process with the given environment. */
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

  /** Adds the variant of a sweep file that is meant, unless none is. */
  CommandText variant(String name) {
    return name.isEmpty() ? this : option("--variant", List.of(name));
  }

  /** Adds an SQL query in double quotes, because its texts are in single quotes. */
  CommandText query(String sql) {
    words.add("\"" + sql.replaceAll("([\"\\\\$`])", "\\\\$1") + "\"");
    return this;
  }

  /** Adds the folder of all sweeps, unless it is the default. */
  CommandText output(String output) {
    return output.equals(Verb.OUTPUT) ? this : option("--output", List.of(output));
  }

  /** Returns the command as one line. */
  String line() {
    String line = start + words.stream().map(word -> " " + word).collect(Collectors.joining());
    return sparkOptions.isEmpty() ? line : line + " " + sparkOptions;
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
