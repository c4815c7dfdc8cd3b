package org.basin.cli.shell;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.basin.engine.storage.EngineException;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Reads statements and commands from a person at a terminal. */
public final class TerminalShell {
  private static final int LONGEST_PROMPT = 20;

  /** The width where the terminal does not tell its own. */
  private static final int USUAL_WIDTH = 80;

  private final Terminal terminal;
  private final SqlShell shell;
  private final Function<Throwable, Optional<String>> lineOf;
  private final Consumer<Throwable> unexpected;
  private final LineReader reader;

  /**
   * Makes a shell.
   *
   * @param lineOf turns a failure into a line if a query is at fault
   * @param unexpected told of any other failure
   * @param history the file that keeps what is typed; empty if nothing does
   */
  public TerminalShell(
      Terminal terminal,
      SqlShell shell,
      Function<Throwable, Optional<String>> lineOf,
      Consumer<Throwable> unexpected,
      Optional<Path> history) {
    this.terminal = terminal;
    this.shell = shell;
    this.lineOf = lineOf;
    this.unexpected = unexpected;
    this.reader = reader(history);
  }

  /** Opens the terminal of this process; empty if a person neither types nor reads there. */
  public static Optional<Terminal> open() {
    try {
      return Optional.of(
          TerminalBuilder.builder()
              .system(true)
              .systemOutput(TerminalBuilder.SystemOutput.SysOut)
              .dumb(false)
              .build());
    } catch (IOException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  /** The width of {@code terminal}, asked for each time, in columns. */
  public static IntSupplier width(Terminal terminal) {
    return () -> terminal.getWidth() > 0 ? terminal.getWidth() : USUAL_WIDTH;
  }

  private LineReader reader(Optional<Path> history) {
    ColumnValues values = new ColumnValues(shell.docs(), shell.settings().completedValues());
    Completion completion = new Completion(shell.session(), values);
    LineReaderBuilder builder =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("basin")
            .parser(new SqlParser())
            .completer(new SqlCompleter(shell.session(), completion))
            .variable(LineReader.HISTORY_SIZE, shell.settings().historySize())
            .variable(LineReader.HISTORY_FILE_SIZE, shell.settings().historySize())
            .variable(LineReader.BLINK_MATCHING_PAREN, 0)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.CASE_INSENSITIVE, true)
            .option(LineReader.Option.COMPLETE_MATCHER_TYPO, false)
            .option(LineReader.Option.COMPLETE_MATCHER_CAMELCASE, false)
            .option(LineReader.Option.HISTORY_REDUCE_BLANKS, false)
            .option(LineReader.Option.INSERT_TAB, false);
    history.ifPresent(file -> builder.variable(LineReader.HISTORY_FILE, file));
    return builder.build();
  }

  /** Reads until the person ends the shell. */
  public void run() {
    terminal.handle(Terminal.Signal.INT, signal -> shell.cancellation().cancel());
    PrintWriter out = terminal.writer();
    shell.descriptions().publication(shell.session().chosen()).forEach(out::println);
    out.println("A query ends with ; and Tab completes it. \\d: tables. \\?: help. \\q: end.");
    warmUp();
    boolean goesOn = true;
    while (goesOn) {
      out.flush();
      try {
        goesOn = accept(read());
      } catch (UserInterruptException e) {
        // What was typed is dropped.
      } catch (EndOfFileException e) {
        goesOn = false;
      }
    }
    out.flush();
  }

  /**
   * Runs a query while the person reads and types, since the first one of a process takes seconds:
   * its classes are loaded and nothing is compiled.
   */
  private void warmUp() {
    Thread thread =
        new Thread(
            () -> {
              try {
                shell.session().query("SELECT verdict, count(*) FROM trials GROUP BY 1").count();
              } catch (Exception e) {
                // What is wrong is told when the person asks.
              }
            },
            "basin-warm-up");
    thread.setDaemon(true);
    thread.start();
  }

  private String read() {
    String name = shell.session().chosen().name();
    String prompt =
        (name.length() <= LONGEST_PROMPT ? name : name.substring(0, LONGEST_PROMPT - 1) + "…")
            + "> ";
    reader.setVariable(
        LineReader.SECONDARY_PROMPT_PATTERN, " ".repeat(Math.max(0, prompt.length() - 4)) + "%M> ");
    return reader.readLine(prompt);
  }

  private boolean accept(String text) {
    if (SqlParser.endsTheShell(text)) {
      return false;
    }
    if (SqlParser.isCommand(text)) {
      return attempt(text, () -> shell.command(text));
    }
    switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "exit", "quit" -> {
        return false;
      }
      case "help" -> {
        return attempt(text, () -> shell.command(Command.HELP.typed()));
      }
      default -> {
        // Statements.
      }
    }
    for (Statements.Statement statement : Statements.of(text).ended()) {
      boolean isDone =
          attempt(
              statement.text(),
              () -> {
                shell.query(statement.text(), terminal.getHeight() - 1);
                return true;
              });
      if (!isDone) {
        break; // The statements behind a wrong one are not run.
      }
    }
    return true;
  }

  private interface Work {
    boolean run() throws Exception;
  }

  private boolean attempt(String text, Work work) {
    try {
      return work.run();
    } catch (ShellException | EngineException e) {
      tell(e.getMessage(), text);
    } catch (OutOfMemoryError e) {
      tell("out of memory; give more with --driver-memory", text);
    } catch (Exception e) {
      // Scala throws undeclared exceptions here too.
      Optional<String> line =
          shell.session().damage(e).map(Throwable::getMessage).or(() -> lineOf.apply(e));
      line.ifPresentOrElse(known -> tell(known, text), () -> unexpected.accept(e));
    }
    return !SqlParser.isCommand(text) ? false : true;
  }

  private void tell(String message, String query) {
    ErrorText.lines(message, query, width(terminal).getAsInt()).forEach(terminal.writer()::println);
  }
}
