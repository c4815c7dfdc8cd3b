package org.basin.cli.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The commands of the shell, which begin with a backslash and end with their line. */
enum Command {
  TABLES("d", "[TABLE]", "the tables; of one, the columns and what they mean"),
  FUNCTIONS("df", "", "Basin's functions, which a query may call beside Spark's"),
  SWEEPS("sweeps", "", "the sweeps in the output folder"),
  USE("use", "SWEEP", "reads another sweep's tables where a query names no sweep"),
  REFRESH("refresh", "", "reads what was published since"),
  VERTICAL("x", "[on|off|auto]", "shows each column on a line of its own, or no longer"),
  TIMING("timing", "[on|off]", "tells how long each query takes"),
  EXPORT(
      "export",
      "[--replace] csv|parquet|json FILE",
      "writes the whole result of the last query into a file"),
  HELP("?", "", "this list"),
  QUIT("q", "", "ends the shell, as Ctrl-D does");

  private final String word;
  private final String arguments;
  private final String meaning;

  Command(String word, String arguments, String meaning) {
    this.word = word;
    this.arguments = arguments;
    this.meaning = meaning;
  }

  /** The name, as it is typed: {@code \d}. */
  String typed() {
    return "\\" + word;
  }

  /** The name and what may stand after it. */
  String use() {
    return (typed() + " " + arguments).strip();
  }

  String meaning() {
    return meaning;
  }

  /** Whether anything may stand after the name. */
  boolean hasArguments() {
    return !arguments.isEmpty();
  }

  /** The command with the name {@code typed}, without regard to case. */
  static Optional<Command> find(String typed) {
    return Arrays.stream(values())
        .filter(command -> command.typed().equalsIgnoreCase(typed))
        .findFirst();
  }

  static List<String> names() {
    return Arrays.stream(values()).map(Command::typed).toList();
  }
}
