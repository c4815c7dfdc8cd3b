package org.basin.cli;

import java.io.PrintWriter;
import org.basin.engine.StatusJob;
import org.basin.engine.SweepFolder;
import org.basin.engine.SweepStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code basin status}: how far a sweep is. */
@Command(
    name = "status",
    description = {
      "Tells how far a sweep is, whether it is running, and what its runs did. Changes nothing; may"
          + " be asked from another terminal while the sweep runs.",
    },
    footerHeading = "%nExamples:%n",
    footer = {"  submit/basin status", "  submit/basin status --sweep quickstart"})
final class StatusVerb extends Verb {
  @Mixin private SweepOption sweep;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws java.io.IOException {
    PrintWriter out = spec.commandLine().getOut();
    try (Session session = Session.forQuery("status")) {
      SweepFolder folder = sweep.folder(session, output());
      StatusJob job = new StatusJob(session.spark(), session.settings());
      SweepStatus status = job.status(RecordedSweep.read(folder), output());
      out.println("Sweep " + status.sweep() + " in " + Places.shown(status.folder()));
      out.println(
          SummaryText.count(status.committed())
              + " of "
              + SummaryText.count(status.planned())
              + " trials are finished"
              + (status.verdicts().isEmpty()
                  ? ""
                  : ": " + SummaryText.verdicts(status.verdicts())));
      out.println(
          status.runner().isEmpty()
              ? "It is not running."
              : "It is being run by " + status.runner() + ".");
      out.println();
      out.println("Runs:");
      ResultFormat.TABLE.print(
          job.runs(folder)
              .selectExpr("start", "end", "planned", "committed_before", "trained", "master")
              .orderBy("start"),
          out);
      out.flush();
      return 0;
    }
  }
}
