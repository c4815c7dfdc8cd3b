package org.basin.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import org.basin.engine.progress.JsonEvents;
import org.basin.engine.progress.LogView;
import org.basin.engine.progress.ProgressSettings;
import org.basin.engine.progress.ProgressView;
import org.basin.engine.progress.QuietView;
import org.basin.engine.progress.TerminalView;
import org.basin.engine.progress.TerminalWidth;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that say how a verb shows what it does: {@code --quiet} and {@code --json}. */
final class ProgressOption {
  /**
   * The property that the launcher sets if standard error is a terminal, which Java cannot find
   * out.
   */
  private static final String TERMINAL = "basin.terminal";

  @Option(
      names = {"-q", "--quiet"},
      description = "Print warnings, errors and what came of it, but no progress and no tables.")
  private boolean isQuiet;

  @Option(
      names = "--json",
      description =
          "Print one JSON object a line on standard output, for programs: started, progress,"
              + " warning, finished. The guide lists their fields.")
  private boolean isJson;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec verb;

  private ProgressView view;

  /**
   * Returns the view that the options ask for.
   *
   * @throws UsageException if they ask for two
   */
  ProgressView view() {
    if (view == null) {
      if (isQuiet && isJson) {
        throw new UsageException("--quiet and --json exclude each other; give one of them");
      }
      ProgressSettings settings = ProgressSettings.load();
      if (isJson) {
        view = new JsonEvents(out(), settings.jsonSeconds());
      } else if (isQuiet) {
        view = new QuietView(System.err);
      } else if (isTerminal()) {
        IntSupplier columns = new TerminalWidth(settings.columns());
        TerminalView terminal =
            new TerminalView(System.err, columns, isColoured(), settings.terminalSeconds());
        // Also of the log, which would otherwise go on in the line of the bar.
        System.setErr(new PrintStream(new ErasingOutput(System.err, terminal::erase), true, UTF_8));
        view = terminal;
      } else {
        view = new LogView(System.err, settings.logSeconds());
      }
    }
    return view;
  }

  static boolean isTerminal() {
    return Boolean.getBoolean(TERMINAL) && canRewrite();
  }

  /** Whether a terminal can rewrite a line: a dumb one cannot. */
  static boolean canRewrite() {
    return !"dumb".equals(System.getenv("TERM"));
  }

  /** See no-color.org: the variable counts if it is there and not empty. */
  private static boolean isColoured() {
    String no = System.getenv("NO_COLOR");
    return no == null || no.isEmpty();
  }

  /**
   * Prints what came of a verb.
   *
   * @param event the fields of the event {@code finished}
   * @param brief what is printed with {@code --quiet}
   * @param full what is printed otherwise
   */
  void finish(Map<String, ?> event, List<String> brief, List<String> full) {
    if (view() instanceof JsonEvents events) {
      events.event("finished", event);
    } else {
      (isQuiet ? brief : full).forEach(out()::println);
    }
    out().flush();
  }

  private PrintWriter out() {
    return verb.commandLine().getOut();
  }
}
