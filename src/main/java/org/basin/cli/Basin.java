package org.basin.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.ServiceConfigurationError;
import org.basin.cli.help.HelpLayout;
import org.basin.cli.text.FirstLine;
import org.basin.cli.text.Paragraph;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program {@code basin VERB}. {@link ExitStatus} lists its exit statuses. */
@Command(
    name = "basin",
    description = "Sweeps of training runs, and the statistics of how they converge.",
    synopsisSubcommandLabel = "VERB",
    subcommands = {
      NewVerb.class,
      PlanVerb.class,
      RunVerb.class,
      ImportVerb.class,
      AggregateVerb.class,
      SqlVerb.class,
      VerifyVerb.class,
      CompareVerb.class,
      PlotVerb.class,
      ReportVerb.class,
      StatusVerb.class,
      ExplainVerb.class,
      DoctorVerb.class,
      CompletionVerb.class,
      HelpVerb.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  submit/basin new my-sweep",
      "  submit/basin plan conf/quickstart.conf",
      "  submit/basin run conf/quickstart.conf",
      "  submit/basin sql \"SELECT verdict, count(*) FROM trials GROUP BY verdict\"",
      "",
      "Options of spark-submit (--master, --driver-memory ...) may stand anywhere.",
      "basin help VERB explains a verb, basin help exit-status the exit statuses, and",
      "basin explain NAME what may stand in a sweep file."
    })
public final class Basin implements Runnable {
  /** Whether the cluster has started this process, and keeps what it prints. */
  private static final boolean IS_ELSEWHERE =
      "cluster".equals(System.getProperty("spark.submit.deployMode"));

  @Spec private CommandSpec spec;

  /** The entry point: {@code spark-submit --class org.basin.cli.Basin} calls it. */
  public static void main(String[] args) {
    if (!IS_ELSEWHERE) {
      LogDefaults.apply();
    }
    // Always UTF-8, even in the locale C: sweep files and result files are UTF-8 too.
    PrintWriter out =
        new PrintWriter(
            new StoppableOutput(new FileOutputStream(FileDescriptor.out)), false, UTF_8);
    // Of the whole process: the log's warnings, too, end when the program is told to stop.
    System.setErr(
        new PrintStream(
            new StoppableOutput(new FileOutputStream(FileDescriptor.err)), true, UTF_8));
    PrintWriter err = new PrintWriter(System.err, true, UTF_8);
    int status = execute(out, err, args);
    out.flush();
    end(status);
  }

  /**
   * Ends the process, unless YARN has started it as the application's master: that takes an exit
   * for a crash, also with status 0, and starts everything again. It takes an exception for a
   * failure.
   */
  private static void end(int status) {
    if (!IS_ELSEWHERE || !"yarn".equals(System.getProperty("spark.master"))) {
      System.exit(status);
    } else if (status != 0) {
      throw new IllegalStateException("ended with status " + status + "; its message is above");
    }
  }

  /**
   * Runs one command line.
   *
   * @return the exit status
   */
  static int execute(PrintWriter out, PrintWriter err, String... args) {
    CommandLine line =
        commands()
            .setOut(out)
            .setErr(err)
            .setParameterExceptionHandler(FailureReport::badOptions)
            .setExecutionExceptionHandler(FailureReport::failed);
    try {
      return line.execute(args);
    } catch (OutOfMemoryError e) {
      err.println("basin: out of memory; give more with --driver-memory");
      return ExitStatus.of(e).code();
    } catch (ServiceConfigurationError e) {
      // The message names the service and the class that the jar lists.
      err.println("basin: cannot load an outside component: " + FirstLine.of(e.getMessage()));
      return ExitStatus.of(e).code();
    } catch (LinkageError | StackOverflowError e) {
      FailureReport.unexpected(e, err);
      return ExitStatus.of(e).code();
    }
  }

  /** The program with all verbs, as it reads a command line and prints its help. */
  static CommandLine commands() {
    CommandLine line =
        new CommandLine(new Basin())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setUsageHelpWidth(Paragraph.WIDTH);
    HelpLayout.apply(line);
    return line;
  }

  /** Called when no verb is given: shows what there is. */
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
