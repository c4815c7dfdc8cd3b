package org.basin.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.basin.config.SweepReader;
import org.basin.engine.JobRequest;
import org.basin.engine.QueryCheck;
import org.basin.engine.RunJob;
import org.basin.engine.RunSummary;
import org.basin.engine.progress.ProgressView;
import org.basin.plan.Part;
import org.basin.plan.Sweep;
import org.basin.train.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code basin run}: trains the missing trials and publishes the tables. */
@Command(
    name = "run",
    description = {
      "Trains every trial of a sweep that is not finished yet, then writes its tables and prints a"
          + " summary. Finished trials are kept as the run goes: after Ctrl-C, a crash, or with"
          + " more seeds or values, the same command trains only what is missing. A trial that"
          + " failed, diverged or timed out is finished too; --retry trains it again.",
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  submit/basin run conf/quickstart.conf",
      "  submit/basin run conf/quickstart.conf --set seeds.count=100",
      "  submit/basin run conf/quickstart.conf --retry failed,timed_out",
      "  submit/basin run conf/papers/kumar-haupt-2024/flow.conf --variant small",
      "  submit/basin run sweep.conf --part 2/3",
      "  submit/basin run sweep.conf --master spark://head:7077 --executor-memory 4g"
    })
final class RunVerb extends Verb {
  @Parameters(paramLabel = "SWEEP-FILE", description = "The sweep file to run, in HOCON.")
  private Path file;

  @Option(
      names = "--part",
      paramLabel = "I/N",
      description =
          "Train only the I-th of N disjoint parts, counted from 1, and write no tables. Parts may"
              + " run at the same time, each in a job of its own; aggregate joins them.")
  private String part;

  @Mixin private SetOptions set;
  @Mixin private ReplaceOption replace;
  @Mixin private RetryOption retry;
  @Mixin private WaitOption wait;
  @Mixin private ProgressOption progress;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Optional<Part> chosen = Optional.ofNullable(part).map(RunVerb::parsed);
    SweepReader reader = set.reader(spec.commandLine().getErr());
    Sweep sweep = reader.read(file, set.variant(), set.settings());
    TrialHeap.ofRun().require(reader.smallestTrial());
    QueryCheck.check(sweep);
    Set<Verdict> retries = retry.verdicts();
    wait.check();
    ProgressView view = progress.view();
    try (Session session = Session.forRun(sweep.name());
        Interruption told = Interruption.watch(sweep.name())) {
      RunJob job = new RunJob(session.spark(), session.settings());
      JobRequest request = replace.request(file.toString(), set, view::warning).retrying(retries);
      RunSummary summary =
          wait.then(() -> job.run(sweep, output(), chosen, request, view), view::warning);
      told.ended();
      if (chosen.isPresent()) {
        CommandText join = set.options(CommandText.of("aggregate").word(file)).output(output());
        List<String> lines = PartText.summary(chosen.get(), summary, join);
        progress.finish(FinishedEvent.of(summary), lines, lines);
        return summary.failures().isEmpty() ? 0 : ExitStatus.FAILED.code();
      }
      SummaryText text = new SummaryText(summary, output());
      List<String> lines = new ArrayList<>(text.lines());
      if (!sweep.claims().isEmpty()) {
        CommandText verify = set.options(CommandText.of("verify").word(file)).output(output());
        lines.addAll(verify.lines("Claims: "));
      }
      progress.finish(FinishedEvent.of(summary), text.brief(), lines);
      return summary.failures().isEmpty() ? 0 : ExitStatus.FAILED.code();
    }
  }

  private static Part parsed(String text) {
    try {
      return Part.parse(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--part " + e.getMessage());
    }
  }
}
