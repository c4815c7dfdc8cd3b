package org.basin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.basin.cli.text.FirstLine;
import org.basin.config.ConfigException;
import org.basin.engine.FewerTrialsException;
import org.basin.engine.claim.ClaimException;
import org.basin.engine.query.QueryException;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.Secrets;
import org.basin.settings.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Turns every failure into lines that say what to change. It never prints a stack trace. For a
 * failure that Basin does not expect, the line names a file with the details.
 */
final class FailureReport {
  private FailureReport() {}

  static int badOptions(ParameterException failure, String[] args) {
    CommandLine line = failure.getCommandLine();
    if (line.getParent() == null && failure instanceof UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().get(0);
      if (!word.startsWith("-")) {
        print(line, word + " is not a verb; " + Nearest.hint(word, line.getSubcommands().keySet()));
        return ExitStatus.INPUT.code();
      }
    }
    String hint = "";
    if (failure instanceof UnmatchedArgumentException unmatched) {
      List<String> near = unmatched.getSuggestions();
      hint = near.isEmpty() ? "" : "; nearest is " + near.get(0);
    }
    print(
        line,
        FirstLine.of(failure.getMessage())
            + hint
            + " (see "
            + line.getCommandSpec().qualifiedName()
            + " --help)");
    return ExitStatus.INPUT.code();
  }

  static int failed(Exception failure, CommandLine line, ParseResult result) {
    if (Interruption.isStopping()) {
      return ExitStatus.FAILED.code(); // No caller sees this status: a signal ended the process.
    }
    if (failure instanceof ConfigException bad) {
      bad.problems().forEach(line.getErr()::println);
      line.getErr().flush();
      return ExitStatus.INPUT.code();
    }
    if (failure instanceof ClaimException bad) {
      line.getErr().println(ClaimText.problem(bad));
      line.getErr().flush();
      return ExitStatus.INPUT.code();
    }
    if (failure instanceof UsageException
        || failure instanceof EngineException
        || failure instanceof QueryException) {
      print(line, failure.getMessage());
      if (failure instanceof FewerTrialsException fewer && !fewer.file().isEmpty()) {
        String run =
            CommandText.of("run")
                .word(fewer.file())
                .variant(fewer.variant())
                .option("--set", fewer.settings())
                .output(result.subcommand().matchedOptionValue("--output", Verb.OUTPUT))
                .line();
        line.getErr().println("The last run was: " + run);
        line.getErr().flush();
      }
    } else {
      unexpected(failure, line.getErr());
    }
    return ExitStatus.of(failure).code();
  }

  /** Reports an unexpected failure of Basin or the machine, and keeps its stack trace in a file. */
  static void unexpected(Throwable failure, PrintWriter err) {
    err.println("basin: " + Secrets.own().text(oneLine(failure)) + details(failure));
    err.flush();
  }

  /** Returns an exception's name and the first line of its message. */
  static String oneLine(Throwable failure) {
    String message = FirstLine.of(failure.getMessage());
    return failure.getClass().getSimpleName() + (message.isEmpty() ? "" : ": " + message);
  }

  private static void print(CommandLine line, String text) {
    line.getErr().println("basin: " + Secrets.own().text(text));
    line.getErr().flush();
  }

  /**
   * Writes the details into the system's folder for temporary files, so that no working folder or
   * store is touched.
   */
  private static String details(Throwable failure) {
    String name =
        "basin-failure-"
            + DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-")
                .format(LocalDateTime.now(ZoneId.systemDefault()));
    try {
      Path file = Files.createTempFile(name, ".log");
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      Files.writeString(file, Secrets.own().text(trace.toString()));
      return " (details in " + file + ")";
    } catch (IOException unwritable) {
      return ""; // The failure itself matters more than where its details go.
    }
  }
}
