package org.basin.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.ServiceConfigurationError;
import org.basin.cli.text.FirstLine;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program {@code basin VERB}. {@link ExitStatus} lists its exit statuses. */
@Command(
    name = "basin",
    description = "Sweeps of training runs, and the statistics of how they converge.",
    synopsisSubcommandLabel = "VERB",
    subcommands = {
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
      HelpCommand.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    commandListHeading = "%nVerbs:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  submit/basin plan conf/quickstart.conf",
      "  submit/basin run conf/quickstart.conf",
      "  submit/basin sql \"SELECT verdict, count(*) FROM trials GROUP BY verdict\"",
      "",
      "Options of spark-submit (--master, --conf, --driver-memory ...) may stand anywhere.",
      "basin help VERB, or basin VERB --help, explains a verb."
    })
public final class Basin implements Runnable {
  @Spec private CommandSpec spec;

  /** The entry point: {@code spark-submit --class org.basin.cli.Basin} calls it. */
  public static void main(String[] args) {
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
    System.exit(status);
  }

  /**
   * Runs one command line.
   *
   * @return the exit status
   */
  static int execute(PrintWriter out, PrintWriter err, String... args) {
    CommandLine line =
        new CommandLine(new Basin())
            .setOut(out)
            .setErr(err)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setUsageHelpWidth(80)
            .setParameterExceptionHandler(FailureReport::badOptions)
            .setExecutionExceptionHandler(FailureReport::failed);
    line.getSubcommands()
        .get("help")
        .getCommandSpec()
        .usageMessage()
        .description("Explains a verb.");
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

  /** Called when no verb is given. */
  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "no verb given, must be plan, run, import, aggregate, sql, verify, compare, plot, report, status or explain");
  }
}
