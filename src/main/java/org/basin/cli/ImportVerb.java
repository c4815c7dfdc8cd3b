package org.basin.cli;

import java.nio.file.Path;
import org.basin.config.ImportReader;
import org.basin.config.SweepName;
import org.basin.engine.ImportJob;
import org.basin.engine.RunSummary;
import org.basin.engine.progress.ProgressView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code basin import}: makes a sweep of trials that something else trained. */
@Command(
    name = "import",
    description = {
      "Makes a sweep of trials that something else trained, such as a loop in PyTorch or JAX. The"
          + " folder holds the tables trials and observations, as Parquet or CSV. A sweep file"
          + " without a trial says what is computed of them; aggregate and verify take a changed"
          + " one later.",
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  submit/basin import runs --sweep my-runs",
      "  submit/basin import runs my-runs.conf",
      "  submit/basin import runs my-runs.conf --replace"
    })
final class ImportVerb extends Verb {
  @Parameters(
      index = "0",
      paramLabel = "FOLDER",
      description = "The folder with trials.csv and observations.csv, or .parquet.")
  private String folder;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "SWEEP-FILE",
      description = "What is computed of the trials, in HOCON; default: what needs no declaration.")
  private Path file;

  @Option(
      names = "--sweep",
      paramLabel = "NAME",
      description = "The name of the sweep; default: that of the sweep file.")
  private String name;

  @Mixin private SetOptions set;
  @Mixin private ReplaceOption replace;
  @Mixin private ProgressOption progress;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (file == null && name == null) {
      throw new UsageException("the sweep has no name; give --sweep NAME or a sweep file");
    }
    if (!set.variant().isEmpty()) {
      throw new UsageException("--variant chooses what is trained; imported trials are already");
    }
    ImportReader design =
        set.reader(spec.commandLine().getErr()).ofImported(file, name, set.settings());
    if (!SweepName.isValid(design.name())) {
      throw new UsageException("sweep " + design.name() + ": a sweep's name is " + SweepName.RULE);
    }
    ProgressView view = progress.view();
    try (Session session = Session.forQuery("import")) {
      RunSummary summary =
          new ImportJob(session.spark(), session.settings())
              .run(
                  new ImportJob.Import(folder, design.name(), design.axes(), design::read),
                  output(),
                  replace.request(file == null ? "" : file.toString(), set, view::warning));
      SummaryText text = new SummaryText(summary, output());
      progress.finish(FinishedEvent.of(summary), text.briefOfImport(), text.ofImport());
      return 0;
    }
  }
}
