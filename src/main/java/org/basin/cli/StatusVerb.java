package org.basin.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Stack;
import org.basin.engine.StatusJob;
import org.basin.engine.SweepStatus;
import org.basin.engine.progress.ProgressSettings;
import org.basin.engine.progress.TerminalWidth;
import org.basin.engine.storage.SweepFolder;
import org.basin.plan.Sweep;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code basin status}: shows the progress of a sweep. */
@Command(
    name = "status",
    description = {
      "Tells how far a sweep is, whether it is running, and what its runs did. It changes nothing,"
          + " and can be used from another terminal while the sweep runs.",
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  submit/basin status",
      "  submit/basin status quickstart",
      "  submit/basin status quickstart --watch",
      "  submit/basin status conf/quickstart.conf --set seeds.count=100"
    })
final class StatusVerb extends Verb {
  /** The property that the launcher sets if standard output is a terminal. */
  private static final String TERMINAL = "basin.terminal.output";

  @Option(
      names = "--watch",
      arity = "0..1",
      paramLabel = "SECONDS",
      preprocessor = OptionalSeconds.class,
      description =
          "Look again every so many seconds, 2 if none are given, until the sweep is no longer"
              + " running.")
  private Double seconds;

  @Mixin private SweepChoice choice;
  @Spec private CommandSpec spec;

  /** Lets a word that is no number after {@code --watch} be the sweep. */
  static final class OptionalSeconds implements IParameterPreprocessor {
    @Override
    public boolean preprocess(
        Stack<String> words, CommandSpec verb, ArgSpec option, Map<String, Object> found) {
      boolean isAttached = !" ".equals(found.get("separator"));
      if (!isAttached && (words.isEmpty() || !isNumber(words.peek()))) {
        words.push(Double.toString(ProgressSettings.load().watchSeconds()));
      }
      return false; // Picocli goes on with the words as they are now.
    }

    private static boolean isNumber(String word) {
      return word.matches("-?[0-9].*") && !word.endsWith(".conf");
    }
  }

  @Override
  public Integer call() throws InterruptedException {
    if (seconds != null && !(seconds > 0)) {
      throw new UsageException("--watch is " + seconds + ", must be a number of seconds > 0");
    }
    PrintWriter out = spec.commandLine().getOut();
    Sweep read = choice.read();
    try (Session session = Session.forQuery("status")) {
      SweepFolder folder = choice.folder(session, output(), read);
      Sweep sweep = choice.sweep(folder, read);
      StatusJob job = new StatusJob(session.spark(), session.settings());
      RedrawnText screen =
          new RedrawnText(
              out,
              seconds != null && Boolean.getBoolean(TERMINAL) && ProgressOption.canRewrite(),
              new TerminalWidth(ProgressSettings.load().columns()));
      while (true) {
        SweepStatus status = job.status(sweep, output());
        List<String> lines = StatusText.lines(status, job.runs(folder));
        screen.show(lines);
        if (seconds == null || !status.isRunning()) {
          return 0;
        }
        Thread.sleep(Math.round(1000 * seconds));
      }
    }
  }
}
