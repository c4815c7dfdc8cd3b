package org.basin.cli;

import java.util.ArrayList;
import java.util.List;
import org.basin.engine.QueryCheck;
import org.basin.engine.RunJob;
import org.basin.engine.RunSummary;
import org.basin.engine.VerifyJob;
import org.basin.engine.claim.ClaimVerdict;
import org.basin.engine.claim.Verification;
import org.basin.engine.progress.ProgressView;
import org.basin.plan.Sweep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code basin verify}: checks that a sweep's claims hold, and with {@code --controls} that they
 * fail where they must.
 */
@Command(
    name = "verify",
    description = {
      "Evaluates the claims of a sweep over its tables, without training. It prints a verdict, an"
          + " effect and an interval for each claim, and writes them to the table claims. The exit"
          + " status is 1 if a claim fails. With --controls, it trains each claim's control and"
          + " checks that the claim fails there.",
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  submit/basin verify conf/papers/lin-sun-zhang-2021/population.conf",
      "  submit/basin verify lin-sun-zhang-2021-population",
      "  submit/basin verify --controls conf/papers/lin-sun-zhang-2021/population.conf"
    })
final class VerifyVerb extends Verb {
  @Mixin private SweepChoice choice;
  @Mixin private ReplaceOption replace;
  @Mixin private ProgressOption progress;

  @Option(
      names = "--controls",
      description = "Train and check the controls of the file's claims instead of the claims.")
  private boolean controls;

  @Override
  public Integer call() {
    Sweep read = choice.read();
    if (controls && choice.isOfImported()) {
      throw new UsageException("--controls trains, but the trials of the file were imported");
    }
    if (controls && read == null) {
      throw new UsageException("--controls needs a sweep file; name one");
    }
    return controls ? controls(read) : claims(read);
  }

  private int claims(Sweep read) {
    ProgressView view = progress.view();
    try (Session session = Session.forQuery("verify")) {
      Sweep known =
          read == null ? choice.sweep(choice.folder(session, output(), null), null) : read;
      if (known.claims().isEmpty()) {
        throw new UsageException("sweep " + known.name() + " has no claims");
      }
      Verification all =
          new VerifyJob(session.spark(), session.settings())
              .verify(known, output(), choice.request(replace, view::warning));
      progress.finish(FinishedEvent.of(List.of(all)), ClaimText.lines(all), ClaimText.lines(all));
      return all.count(ClaimVerdict.FAILS) == 0 ? 0 : ExitStatus.FAILED.code();
    }
  }

  private int controls(Sweep read) {
    QueryCheck.checkClaims(read);
    ProgressView view = progress.view();
    List<Sweep> sweeps =
        Controls.of(choice.reader(), choice.file(), choice.variant(), choice.settings(), read);
    if (sweeps.isEmpty()) {
      throw new UsageException("sweep " + read.name() + " has no claim with a control");
    }
    String place = Controls.output(output(), read);
    List<String> lines = new ArrayList<>();
    List<Verification> verifications = new ArrayList<>();
    boolean all = true;
    try (Session session = Session.forRun(read.name());
        Interruption told = Interruption.watch(read.name())) {
      for (Sweep control : sweeps) {
        RunSummary run =
            new RunJob(session.spark(), session.settings())
                .run(control, place, choice.request(replace, view::warning), view);
        Verification verification =
            new VerifyJob(session.spark(), session.settings())
                .verify(control, place, choice.request(replace, view::warning));
        verifications.add(verification);
        lines.addAll(ClaimText.control(verification));
        all &=
            run.failures().isEmpty()
                && verification.count(ClaimVerdict.FAILS) == verification.results().size();
      }
      told.ended();
    }
    progress.finish(FinishedEvent.of(verifications), lines, lines);
    return all ? 0 : ExitStatus.FAILED.code();
  }
}
