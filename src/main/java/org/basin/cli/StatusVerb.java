package org.basin.cli;

import java.io.PrintWriter;
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
      out.println("Sweep " + status.sweep() + " in " + FolderText.shown(status.folder()));
      out.println(
          CountText.of(status.committed())
              + " of "
              + CountText.of(status.planned())
              + " trials are finished"
              + (status.verdicts().isEmpty()
                  ? ""
                  : ": " + SummaryText.verdicts(status.verdicts())));
      out.println(
          status.runner().isEmpty()
              ? "It is not running."
              : "It is being run by " + status.runner() + ".");
      status.problems().forEach(problem -> out.println("Warning: " + problem));
      out.println();
      out.println("Runs:");
      ResultFormat.TABLE.print(
          job.runs(folder)
              .selectExpr(
                  time("start"), time("end"), "planned", "committed_before", "trained", "master")
              .orderBy("start"),
          out);
      out.flush();
      return 0;
    }
  }

  /** Returns a time rounded down to the second. */
  private static String time(String column) {
    return "date_trunc('SECOND', " + column + ") AS " + column;
  }
}
