package org.basin.cli;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.basin.cli.text.FittedTable;
import org.basin.cli.text.Paragraph;
import org.basin.engine.SweepStatus;

/** Writes the state of a sweep as text. */
final class StatusText {
  /** Of the columns of runs, which are left out first; the largest numbers are. */
  private static final List<Integer> NEED = List.of(0, 1, 2, 3, 0, 4);

  private StatusText() {}

  /**
   * Returns the lines.
   *
   * @param runs the runs of the sweep, as in the table {@code sweeps}
   */
  static List<String> lines(SweepStatus status, Dataset<Row> runs) {
    List<String> lines = new ArrayList<>();
    add("Sweep " + status.sweep() + " in " + FolderText.shown(status.folder()), lines);
    add(
        CountText.of(status.committed())
            + " of "
            + CountText.of(status.planned())
            + " trials are finished"
            + (status.verdicts().isEmpty() ? "" : ": " + SummaryText.verdicts(status.verdicts())),
        lines);
    String again = RetryOption.offer(status.verdicts());
    if (!again.isEmpty()) {
      add(again, lines);
    }
    add(
        status.runner().isEmpty()
            ? status.isRunning() ? "Parts of it are running." : "It is not running."
            : "It is being run by " + status.runner() + ".",
        lines);
    lines.addAll(PartText.lines(status.parts()));
    status.problems().forEach(problem -> add("Warning: " + problem, lines));
    lines.add("");
    lines.add("Runs:");
    lines.addAll(table(runs));
    return lines;
  }

  private static void add(String text, List<String> lines) {
    lines.addAll(Paragraph.hanging("  ", text));
  }

  private static List<String> table(Dataset<Row> runs) {
    Dataset<Row> shown =
        runs.selectExpr(
                time("start"), time("end"), "planned", "committed_before", "trained", "master")
            .orderBy("start");
    return FittedTable.of(shown.columns(), shown.collectAsList(), NEED).lines("the table sweeps");
  }

  /** Returns a time rounded down to the second. */
  private static String time(String column) {
    return "date_trunc('SECOND', " + column + ") AS " + column;
  }
}
