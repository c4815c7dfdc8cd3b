package org.basin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.basin.cli.text.Paragraph;
import org.basin.engine.ReportJob;
import org.basin.engine.storage.SweepFolder;
import org.basin.plan.Sweep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code basin report}: writes what a sweep found into one page. */
@Command(
    name = "report",
    description = {
      "Writes one HTML file that shows what a sweep found: claims, figures, maps, survival, laws,"
          + " curves and single trials. It opens in any browser, without a network. While the sweep"
          + " runs, it shows what is committed so far. It trains and publishes nothing.",
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  submit/basin report",
      "  submit/basin report quickstart --to quickstart-monday.html",
      "  submit/basin report conf/papers/kumar-haupt-2024/flow.conf --variant small"
    })
final class ReportVerb extends Verb {
  @Mixin private SweepChoice choice;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "The file, or the folder in which it stands; default: SWEEP.html.")
  private Path to = Path.of("");

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Sweep read = choice.read();
    ReportJob.Report report;
    Path file;
    try (Session session = Session.forQuery("report")) {
      SweepFolder folder = choice.folder(session, output(), read);
      Sweep sweep = choice.sweep(folder, read);
      file = file(sweep.name());
      report =
          new ReportJob(session.spark(), session.settings()).report(folder, sweep, read == null);
    }
    boolean there = Files.exists(file);
    write(report.page(), file);
    PrintWriter out = spec.commandLine().getOut();
    Paragraph.hanging("  ", (there ? "replaced " : "wrote ") + file).forEach(out::println);
    Paragraph.hanging("  ", "It shows the tables " + report.source() + ".").forEach(out::println);
    out.flush();
    return 0;
  }

  /** Finds a wrong place before the tables are read. */
  private Path file(String sweep) {
    Path file = to.toString().isEmpty() || Files.isDirectory(to) ? to.resolve(sweep + ".html") : to;
    Path folder = file.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      throw new UsageException("--to " + to + ": there is no folder " + folder);
    }
    if (Files.isDirectory(file)) {
      throw new UsageException(file + " is a folder; name a file by --to");
    }
    return file;
  }

  /** The page before is whole until the new one takes its place. */
  private static void write(String page, Path file) throws IOException {
    Path next = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      Files.write(next, page.getBytes(StandardCharsets.UTF_8));
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(next);
    }
  }
}
