package org.basin.cli;

import java.io.PrintWriter;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.basin.cli.text.ResultFormat;
import org.basin.engine.CompareJob;
import org.basin.engine.compare.ComparedTables;
import org.basin.engine.compare.SweepComparison;
import org.basin.engine.storage.SweepFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code basin compare}: what differs between two sweeps, and by how much. */
@Command(
    name = "compare",
    description = {
      "Tells what differs between two sweeps: their settings, the trials with the same id, and,"
          + " paired by seed, the points with the same values of the axes that both have. It changes"
          + " nothing. The exit status is 0 whether or not they differ, and 2 if they have nothing in"
          + " common.",
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  submit/basin compare before after",
      "  submit/basin compare quickstart@previous quickstart",
      "  submit/basin compare before /data/other/after --format csv > points.csv",
      "",
      "A side is the name of a sweep in the output folder, or a sweep's folder, whose path",
      "has a slash. NAME@previous is what the sweep's last publication replaced.",
      "",
      "Trials with the same id are identical to the bit if every column of trials, hitting",
      "times and observations is, but for seconds, attempt and host. A difference is that of",
      "the second side less the first; its 95 %% interval is Student's over pairs of seeds.",
      "The formats csv and json print one row for each pair of points and measure."
    })
final class CompareVerb extends Verb {
  @Parameters(index = "0", paramLabel = "A", description = "The first side.")
  private String first;

  @Parameters(index = "1", paramLabel = "B", description = "The second side.")
  private String second;

  @Mixin private FormatOption format;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws java.io.IOException {
    PrintWriter out = spec.commandLine().getOut();
    try (Session session = Session.forQuery("compare")) {
      CompareJob job = new CompareJob(session.spark(), session.settings());
      SweepComparison comparison =
          job.compare(open(session, job, first), open(session, job, second));
      if (format.format() == ResultFormat.TABLE) {
        CompareText.lines(first, second, comparison).forEach(out::println);
      } else {
        format.format().print(comparison.sortedPoints(), out);
      }
      out.flush();
      return 0;
    }
  }

  private ComparedTables open(Session session, CompareJob job, String side) {
    int at = side.indexOf('@', side.lastIndexOf('/') + 1);
    String sweep = at < 0 ? side : side.substring(0, at);
    String publication = at < 0 ? "" : side.substring(at + 1);
    return job.open(side, folder(session, sweep), publication);
  }

  private SweepFolder folder(Session session, String sweep) {
    if (!sweep.contains("/")) {
      return SweepOption.named(session, output(), sweep);
    }
    Path path = new Path(sweep);
    Configuration hadoop = session.spark().sparkContext().hadoopConfiguration();
    SweepFolder folder =
        path.getParent() == null
            ? null
            : SweepFolder.of(hadoop, path.getParent().toString(), path.getName());
    if (folder == null || !folder.exists()) {
      throw new UsageException("no sweep was run in " + sweep);
    }
    return folder;
  }
}
