package org.basin.cli;

import java.io.PrintWriter;
import org.basin.engine.AggregateJob;
import org.basin.engine.RunSummary;
import org.basin.engine.SweepFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code basin aggregate}: the tables anew, without training. */
@Command(
    name = "aggregate",
    description = {
      "Writes a sweep's tables anew from its finished trials and prints the summary, without"
          + " training: after a run that was killed, or when the tables were deleted.",
    },
    footerHeading = "%nExamples:%n",
    footer = {"  submit/basin aggregate", "  submit/basin aggregate --sweep quickstart"})
final class AggregateVerb extends Verb {
  @Mixin private SweepOption sweep;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Session session = Session.forQuery("aggregate")) {
      SweepFolder folder = sweep.folder(session, output());
      RunSummary summary =
          new AggregateJob(session.spark(), session.settings())
              .aggregate(RecordedSweep.read(folder), output());
      new SummaryText(summary, output()).lines().forEach(out::println);
      out.flush();
      return 0;
    }
  }
}
