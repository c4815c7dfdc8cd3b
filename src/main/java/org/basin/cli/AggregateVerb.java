package org.basin.cli;

import org.basin.engine.AggregateJob;
import org.basin.engine.JobRequest;
import org.basin.engine.RunSummary;
import org.basin.engine.progress.ProgressView;
import org.basin.engine.storage.SweepFolder;
import org.basin.plan.Sweep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code basin aggregate}: writes the tables anew, without training. */
@Command(
    name = "aggregate",
    description = {
      "Writes a sweep's tables anew from its finished trials and prints the summary. It trains"
          + " nothing. Use it after a run that was killed, when the tables were deleted, or, with a"
          + " sweep file, to change hitting times or other settings of the last run.",
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  submit/basin aggregate",
      "  submit/basin aggregate quickstart",
      "  submit/basin aggregate conf/quickstart.conf --set seeds.count=100"
    })
final class AggregateVerb extends Verb {
  @Mixin private SweepChoice choice;
  @Mixin private ReplaceOption replace;
  @Mixin private WaitOption wait;
  @Mixin private ProgressOption progress;

  @Override
  public Integer call() {
    wait.check();
    ProgressView view = progress.view();
    Sweep read = choice.read();
    try (Session session = Session.forQuery("aggregate")) {
      SweepFolder folder = choice.folder(session, output(), read);
      Sweep sweep = choice.sweep(folder, read);
      AggregateJob job = new AggregateJob(session.spark(), session.settings());
      JobRequest request = choice.request(replace, view::warning);
      RunSummary summary = wait.then(() -> job.aggregate(sweep, output(), request), view::warning);
      SummaryText text = new SummaryText(summary, output());
      progress.finish(FinishedEvent.of(summary), text.brief(), text.lines());
      return 0;
    }
  }
}
