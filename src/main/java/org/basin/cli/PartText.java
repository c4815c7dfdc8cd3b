package org.basin.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.basin.cli.text.FittedTable;
import org.basin.cli.text.Paragraph;
import org.basin.engine.RunSummary;
import org.basin.engine.part.PartLeft;
import org.basin.plan.Part;

/** Writes about the parts of a sweep as text. */
final class PartText {

  /** So many parts are listed. An array of jobs can have hundreds. */
  private static final int MOST = 20;

  private static final String INDENT = "  ";

  private PartText() {}

  /** Returns what came of a part, and the command that joins the parts. */
  static List<String> summary(Part part, RunSummary summary, CommandText join) {
    List<String> lines = new ArrayList<>();
    lines.addAll(
        Paragraph.hanging(
            INDENT,
            "Part "
                + part
                + " of "
                + summary.sweep()
                + ": trained "
                + CountText.of(summary.trained())
                + " of its "
                + CountText.of(summary.planned())
                + " trials in "
                + SummaryText.seconds(summary.seconds())
                + (summary.before() == 0
                    ? ""
                    : "; " + CountText.of(summary.before()) + " were finished before")));
    if (!summary.verdicts().isEmpty()) {
      lines.addAll(Paragraph.hanging(INDENT, SummaryText.verdicts(summary.verdicts())));
    }
    for (String failure : summary.failures()) {
      lines.addAll(Paragraph.hanging(INDENT, "A part of the work failed: " + failure));
    }
    if (summary.missing() > 0) {
      lines.add(
          CountText.of(summary.missing())
              + " trials are not finished; the same command trains them");
    }
    lines.addAll(join.lines("Tables, when all parts are finished: "));
    return lines;
  }

  /** Returns what is left of the parts; empty if there are none. */
  static List<String> lines(List<PartLeft> parts) {
    if (parts.isEmpty()) {
      return List.of();
    }
    List<PartLeft> open =
        parts.stream().filter(part -> part.left() > 0 || !part.runner().isEmpty()).toList();
    List<String> lines = new ArrayList<>();
    lines.add(
        CountText.of(parts.size())
            + (parts.size() == 1 ? " part, " : " parts, ")
            + (open.isEmpty()
                ? "all finished; basin aggregate joins them"
                : CountText.of(open.size()) + " not finished:"));
    if (open.isEmpty()) {
      return lines;
    }
    List<PartLeft> shown = open.subList(0, Math.min(MOST, open.size()));
    lines.addAll(
        new FittedTable(
                List.of(
                    column("part", false, shown, part -> part.part().toString()),
                    column("trials", true, shown, part -> CountText.of(part.trials())),
                    column("left", true, shown, part -> CountText.of(part.left())),
                    column(
                        "state",
                        false,
                        shown,
                        part -> part.runner().isEmpty() ? "not running" : part.runner())))
            .lines("basin status --help"));
    if (open.size() > shown.size()) {
      lines.add("… and " + CountText.of(open.size() - shown.size()) + " more parts");
    }
    return lines;
  }

  private static FittedTable.Column column(
      String name, boolean isNumber, List<PartLeft> parts, Function<PartLeft, String> cell) {
    return new FittedTable.Column(name, isNumber, 0, parts.stream().map(cell).toList());
  }
}
