package org.basin.cli;

import java.io.PrintWriter;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.basin.cli.text.FittedTable;
import org.basin.cli.text.Paragraph;
import org.basin.engine.StatusJob;
import org.basin.engine.SweepStatus;
import org.basin.engine.storage.SweepFolder;
import org.basin.plan.Sweep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
      "  submit/basin status conf/quickstart.conf --set seeds.count=100"
    })
final class StatusVerb extends Verb {
  /** Of the columns of runs, which are left out first; the largest numbers are. */
  private static final List<Integer> NEED = List.of(0, 1, 2, 3, 0, 4);

  @Mixin private SweepChoice choice;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws java.io.IOException {
    PrintWriter out = spec.commandLine().getOut();
    Sweep read = choice.read();
    try (Session session = Session.forQuery("status")) {
      SweepFolder folder = choice.folder(session, output(), read);
      Sweep sweep = choice.sweep(folder, read);
      StatusJob job = new StatusJob(session.spark(), session.settings());
      SweepStatus status = job.status(sweep, output());
      print("Sweep " + status.sweep() + " in " + FolderText.shown(status.folder()), out);
      print(
          CountText.of(status.committed())
              + " of "
              + CountText.of(status.planned())
              + " trials are finished"
              + (status.verdicts().isEmpty() ? "" : ": " + SummaryText.verdicts(status.verdicts())),
          out);
      print(
          status.runner().isEmpty()
              ? "It is not running."
              : "It is being run by " + status.runner() + ".",
          out);
      status.problems().forEach(problem -> print("Warning: " + problem, out));
      out.println();
      out.println("Runs:");
      runs(job.runs(folder)).forEach(out::println);
      out.flush();
      return 0;
    }
  }

  private static void print(String text, PrintWriter out) {
    Paragraph.hanging("  ", text).forEach(out::println);
  }

  private static List<String> runs(Dataset<Row> runs) {
    Dataset<Row> shown =
        runs.selectExpr(
                time("start"), time("end"), "planned", "committed_before", "trained", "master")
            .orderBy("start");
    return FittedTable.of(shown.columns(), shown.collectAsList(), NEED).lines("the table sweeps");
  }

  /** Returns a time rounded down to the second. */
  private static String time(String column) {
    return "date_trunc('SECOND', " + column + ") AS " + column;
  }
}
