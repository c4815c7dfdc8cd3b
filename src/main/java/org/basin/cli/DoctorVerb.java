package org.basin.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.basin.cli.doctor.ClusterCheck;
import org.basin.cli.doctor.DiskCheck;
import org.basin.cli.doctor.Finding;
import org.basin.cli.doctor.JavaCheck;
import org.basin.cli.doctor.MachineCheck;
import org.basin.cli.doctor.SparkCheck;
import org.basin.cli.doctor.SurroundingsCheck;
import org.basin.cli.text.FirstLine;
import org.basin.engine.health.ExecutorSurvey;
import org.basin.engine.health.HealthSettings;
import org.basin.engine.progress.ProgressSettings;
import org.basin.engine.storage.JsonLine;
import org.basin.engine.storage.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code basin doctor}: checks what a run depends on, and says what to mend. */
@Command(
    name = "doctor",
    description = {
      "Checks what a run depends on, and says what to mend: Java and its options, kernels, cores,"
          + " memory, disks, locale, terminal, and whether Spark and its executors answer. The"
          + " exit status is 0 if there is no problem, also with warnings, and 3 if there is one.",
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  submit/basin doctor",
      "  submit/basin doctor --output /data/sweeps",
      "  submit/basin doctor --master spark://head:7077"
    })
final class DoctorVerb extends Verb {
  @Option(names = "--json", description = "Print one JSON object for each check.")
  private boolean isJson;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    HealthSettings settings = HealthSettings.load();
    boolean[] isProblem = new boolean[1];
    List<Finding> machine = new ArrayList<>(JavaCheck.all());
    machine.addAll(MachineCheck.all(settings));
    machine.addAll(DiskCheck.all(local(), settings));
    machine.addAll(SurroundingsCheck.all(columns(), settings));
    machine.forEach(finding -> isProblem[0] |= print(finding));
    // Last, because it takes longest.
    spark(settings).forEach(finding -> isProblem[0] |= print(finding));
    return (isProblem[0] ? ExitStatus.MACHINE : ExitStatus.DONE).code();
  }

  /** Prints a finding, and returns whether it is a problem. */
  private boolean print(Finding finding) {
    PrintWriter out = spec.commandLine().getOut();
    if (isJson) {
      out.println(JsonLine.of(finding.fields()));
    } else {
      finding.lines().forEach(out::println);
    }
    out.flush();
    return finding.level() == Finding.Level.PROBLEM;
  }

  /** The folder of results; null if it is on a file system that only Hadoop knows. */
  private Path local() {
    return Output.isUri(output()) ? null : Path.of(output());
  }

  private static int columns() {
    return ProgressOption.isTerminal() ? ProgressSettings.load().columns() : 0;
  }

  private List<Finding> spark(HealthSettings settings) {
    List<Finding> findings = new ArrayList<>();
    try (Session session = Session.forCheck("doctor")) {
      String master = session.spark().sparkContext().master();
      findings.add(
          Finding.ok("Spark", session.spark().version() + ", master " + master + ", starts"));
      findings.addAll(
          ClusterCheck.of(ExecutorSurvey.of(session.spark(), settings.answerSeconds())));
      if (local() == null) {
        findings.add(store(session));
      }
    } catch (UsageException e) {
      findings.add(Finding.problem("Spark", e.getMessage(), "correct --master"));
    } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
      // Whatever it is, the other checks stand, and this one says why it failed.
      findings.add(SparkCheck.failed(e));
    }
    return findings;
  }

  /** Asks the file system of results, which only Hadoop knows. */
  private Finding store(Session session) {
    try {
      String place =
          Output.of(session.spark().sparkContext().hadoopConfiguration(), output()).toString();
      return Finding.ok("output", place + " answers");
    } catch (RuntimeException e) {
      return Finding.problem(
          "output",
          output() + " does not answer: " + FirstLine.of(e.getMessage()),
          "correct --output, or give the store's jar and settings by --packages and --conf");
    }
  }
}
