package org.basin.cli.shell;

import java.io.BufferedReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.basin.cli.shell.Statements.Statement;
import org.basin.cli.text.ResultFormat;

/** Reads statements and commands from a stream, and ends at the first one that is wrong. */
public final class ScriptedShell {
  private final SqlShell shell;
  private final ResultFormat format;
  private final Function<Throwable, Optional<String>> lineOf;

  /** What was read and not yet run, and the number of its first line. */
  private final StringBuilder text = new StringBuilder();

  private int first = 1;

  /**
   * Makes a shell.
   *
   * @param format how results are printed
   * @param lineOf turns a failure into a line if a query is at fault
   */
  public ScriptedShell(
      SqlShell shell, ResultFormat format, Function<Throwable, Optional<String>> lineOf) {
    this.shell = shell;
    this.format = format;
    this.lineOf = lineOf;
  }

  /**
   * Runs all of {@code input}. A semicolon behind the last statement may be left out.
   *
   * @throws ShellException at the first statement or command that is wrong; it names the line
   */
  public void run(BufferedReader input) throws Exception {
    int number = 0;
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      number++;
      if (text.toString().isBlank()) {
        text.setLength(0);
        first = number;
        if (SqlParser.isCommand(line)) {
          String command = line;
          if (!at(number, () -> shell.command(command))) {
            return;
          }
          continue;
        }
      }
      text.append(line).append('\n');
      if (line.contains(";")) {
        Statements cut = Statements.of(text.toString());
        runAll(cut.ended());
        int rest = cut.rest().start();
        first += linesBefore(rest);
        text.delete(0, rest);
      }
    }
    Statement rest = Statements.of(text.toString()).rest();
    if (!rest.text().isEmpty()) {
      runAll(List.of(rest));
    }
  }

  private void runAll(List<Statement> statements) throws Exception {
    for (Statement statement : statements) {
      at(
          first + linesBefore(statement.start()),
          () -> {
            shell.print(statement.text(), format);
            return true;
          });
    }
  }

  private int linesBefore(int end) {
    return (int) text.chars().limit(end).filter(letter -> letter == '\n').count();
  }

  /** Work that may throw anything. Returns whether the shell goes on. */
  private interface Work {
    boolean run() throws Exception;
  }

  private boolean at(int line, Work work) throws Exception {
    try {
      return work.run();
    } catch (Exception e) {
      // Scala throws undeclared exceptions here too.
      Optional<String> message =
          e instanceof ShellException ? Optional.of(e.getMessage()) : lineOf.apply(e);
      if (message.isPresent()) {
        throw new ShellException("input line " + line + ": " + message.get(), e);
      }
      throw e;
    }
  }
}
