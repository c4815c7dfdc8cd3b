package org.basin.cli;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.basin.cli.text.CellText;
import org.basin.cli.text.FittedTable;
import org.basin.cli.text.Paragraph;
import org.basin.engine.compare.SweepComparison;
import org.basin.engine.compare.TrialDifferences;
import org.basin.engine.compare.TrialDifferences.InColumn;

/** Writes a comparison of two sweeps as text. */
final class CompareText {
  /** Of the columns of measures, which are left out first; the largest numbers are. */
  private static final List<Integer> NEED = List.of(0, 3, 4, 2, 1, 1, 2);

  private CompareText() {}

  static List<String> lines(String first, String second, SweepComparison comparison) {
    Dataset<Row> rows = comparison.measures();
    return lines(
        first,
        second,
        comparison.settings(),
        comparison.trials(),
        comparison.axes(),
        FittedTable.of(rows.columns(), rows.collectAsList(), NEED));
  }

  /**
   * The lines.
   *
   * @param settings the settings that differ
   * @param axes the axes by which points are paired
   * @param measures one row for each measure
   */
  static List<String> lines(
      String first,
      String second,
      List<String> settings,
      TrialDifferences trials,
      List<String> axes,
      FittedTable measures) {
    List<String> lines = new ArrayList<>();
    if (settings.isEmpty()) {
      lines.add("The settings are the same.");
    } else {
      lines.add("Settings that differ:");
      settings.forEach(line -> lines.addAll(Paragraph.lines("  ", line)));
    }
    lines.add("");
    lines.addAll(trials(first, second, trials));
    lines.add("");
    if (measures.isEmpty()) {
      lines.add("No measure of two trials with the same seed and axes to compare.");
      return lines;
    }
    String named = String.join(", ", axes);
    lines.addAll(
        Paragraph.lines(
            "",
            "Points "
                + (named.isEmpty() ? "" : "with the same " + named + ", ")
                + "paired by seed; differ: those whose 95 % interval of the mean difference leaves"
                + " out 0; largest: the largest mean difference, and the ratio there"));
    lines.addAll(measures.lines("the result of --format csv"));
    return lines;
  }

  private static List<String> trials(String first, String second, TrialDifferences trials) {
    List<String> lines = new ArrayList<>();
    lines.addAll(
        Paragraph.lines(
            "",
            CountText.of(trials.first(), "trial")
                + " in "
                + first
                + ", "
                + CountText.of(trials.second())
                + " in "
                + second
                + "; "
                + CountText.of(trials.common())
                + " with the same id in both"));
    if (trials.common() > 0) {
      lines.addAll(
          Paragraph.lines(
              "",
              trials.differing() == 0
                  ? "These are identical to the bit: verdicts, steps, last values, hitting times,"
                      + " curves."
                  : CountText.of(trials.differing()) + " of these differ:"));
      lines.addAll(columns(trials));
    }
    return lines;
  }

  private static List<String> columns(TrialDifferences trials) {
    if (trials.columns().isEmpty()) {
      return List.of();
    }
    List<InColumn> columns = trials.columns();
    return new FittedTable(
            List.of(
                new FittedTable.Column(
                    "column", false, 0, columns.stream().map(InColumn::column).toList()),
                new FittedTable.Column(
                    "trials",
                    true,
                    0,
                    columns.stream().map(each -> CountText.of(each.trials())).toList()),
                new FittedTable.Column(
                    "largest difference",
                    true,
                    1,
                    columns.stream().map(each -> largest(each.largest())).toList())))
        .lines("the tables");
  }

  private static String largest(double difference) {
    return Double.isNaN(difference) ? "" : CellText.forTable(difference);
  }
}
