package org.basin.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.basin.cli.text.DisplayWidth;
import org.basin.cli.text.Paragraph;
import org.basin.engine.storage.Secrets;

/**
 * A command line that a person can copy into a shell. It has the program's name as the user called
 * it and the user's options of {@code spark-submit}. Words are quoted where a shell requires it.
 */
final class CommandText {

  /** The environment variable in which the launcher passes the name by which it was called. */
  private static final String PROGRAM = "BASIN_PROGRAM";

  /**
   * The environment variable in which the launcher passes the user's options of {@code
   * spark-submit}: each word is followed by {@link #UNIT}.
   */
  private static final String SPARK_OPTIONS = "BASIN_SPARK_OPTIONS";

  /** ASCII's sign that separates units. */
  private static final String UNIT = "\u001f";

  /** Matches words that need no quotes in any shell. */
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_@%+=:,./-]+");

  /** Matches a word of a query, or a quoted text with what touches it. */
  private static final Pattern SQL_WORD = Pattern.compile("(?:[^\\s'`]|'[^']*'|`[^`]*`)+");

  private final String start;
  private final List<String> sparkOptions;
  private final List<String> words = new ArrayList<>();

  /** The last word, in double quotes; empty if there is none. */
  private String query = "";

  private CommandText(String verb, Map<String, String> environment, Secrets secrets) {
    this.start = quoted(environment.getOrDefault(PROGRAM, "submit/basin")) + " " + verb;
    String options = environment.getOrDefault(SPARK_OPTIONS, "");
    this.sparkOptions =
        options.isEmpty()
            ? List.of()
            : secrets.words(Arrays.asList(options.split(UNIT))).stream()
                .map(CommandText::quoted)
                .toList();
  }

  /** Returns the command of this process with another verb and no further words. */
  static CommandText of(String verb) {
    return of(verb, System.getenv());
  }

  /** Does the same as {@link #of(String)} for a process with the given environment. */
  static CommandText of(String verb, Map<String, String> environment) {
    return new CommandText(verb, environment, Secrets.own());
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

  /** Ends with an SQL query in double quotes, because its texts are in single quotes. */
  CommandText query(String sql) {
    query = "\"" + sql.replaceAll("([\"\\\\$`])", "\\\\$1") + "\"";
    return this;
  }

  /** Adds the folder of all sweeps, unless it is the default. */
  CommandText output(String output) {
    return output.equals(Verb.OUTPUT) ? this : option("--output", List.of(output));
  }

  /** Returns the command as one line. */
  String line() {
    return Stream.concat(words().stream(), query.isEmpty() ? Stream.empty() : Stream.of(query))
        .collect(Collectors.joining(" "));
  }

  private List<String> words() {
    List<String> all = new ArrayList<>(List.of(start));
    all.addAll(words);
    all.addAll(sparkOptions);
    return all;
  }

  /**
   * Returns the command after {@code label} in lines for a terminal, which a shell takes as one
   * command: a line that ends between two words ends with a backslash, and a query may be broken
   * wherever it has a blank. The label is no part of the command.
   */
  List<String> lines(String label) {
    String indent = " ".repeat(DisplayWidth.of(label));
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(label);
    boolean isFirst = true;
    for (String word : words()) {
      int width = DisplayWidth.of(line.toString()) + 1 + DisplayWidth.of(word);
      // Room for the backslash.
      if (!isFirst && width + 2 > Paragraph.WIDTH) {
        lines.add(line + " \\");
        line = new StringBuilder(indent);
        isFirst = true;
      }
      line.append(isFirst ? "" : " ").append(word);
      isFirst = false;
    }
    if (!query.isEmpty()) {
      lines.addAll(query(line, indent));
    } else {
      lines.add(line.toString());
    }
    return lines;
  }

  /** The lines that begin with {@code line}, and go on with the query. */
  private List<String> query(StringBuilder line, String indent) {
    List<String> lines = new ArrayList<>();
    Matcher matcher = SQL_WORD.matcher(query);
    boolean isFirst = true;
    while (matcher.find()) {
      String word = matcher.group();
      int width = DisplayWidth.of(line.toString()) + 1 + DisplayWidth.of(word);
      if (width + (isFirst ? 2 : 0) > Paragraph.WIDTH) {
        lines.add(line + (isFirst ? " \\" : ""));
        line.setLength(0);
        line.append(indent);
      } else {
        line.append(' ');
      }
      line.append(word);
      isFirst = false;
    }
    lines.add(line.toString());
    return lines;
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
