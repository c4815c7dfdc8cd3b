package org.basin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.basin.engine.compare.SweepComparison;
import org.basin.engine.compare.TrialDifferences;

/** Writes a comparison of two sweeps as text. */
final class CompareText {
  private CompareText() {}

  static void print(String first, String second, SweepComparison comparison, PrintWriter out)
      throws IOException {
    lines(first, second, comparison).forEach(out::println);
    out.println();
    String axes = String.join(", ", comparison.axes());
    if (comparison.points().isEmpty()) {
      out.println("No measure of two trials with the same seed and axes to compare.");
      return;
    }
    Paragraph.lines(
            "",
            "Points "
                + (axes.isEmpty() ? "" : "with the same " + axes + ", ")
                + "paired by seed; differ: those whose 95 % interval of the mean difference leaves"
                + " out 0; largest: the largest mean difference, and the ratio there")
        .forEach(out::println);
    ResultFormat.TABLE.print(comparison.measures(), out);
  }

  private static List<String> lines(String first, String second, SweepComparison comparison) {
    List<String> lines = new ArrayList<>();
    if (comparison.settings().isEmpty()) {
      lines.add("The settings are the same.");
    } else {
      lines.add("Settings that differ:");
      comparison.settings().forEach(line -> lines.addAll(Paragraph.lines("  ", line)));
    }
    TrialDifferences trials = comparison.trials();
    lines.add("");
    lines.add(
        CountText.of(trials.first(), "trial")
            + " in "
            + first
            + ", "
            + CountText.of(trials.second())
            + " in "
            + second
            + "; "
            + CountText.of(trials.common())
            + " with the same id in both");
    if (trials.common() > 0) {
      lines.add(
          trials.differing() == 0
              ? "These are identical to the bit: verdicts, steps, last values, hitting times, curves."
              : CountText.of(trials.differing()) + " of these differ:");
      lines.addAll(columns(trials));
    }
    return lines;
  }

  private static List<String> columns(TrialDifferences trials) {
    if (trials.columns().isEmpty()) {
      return List.of();
    }
    List<List<String>> rows =
        trials.columns().stream()
            .map(
                each ->
                    List.of(
                        each.column(),
                        CountText.of(each.trials()),
                        Double.isNaN(each.largest()) ? "" : CellText.forTable(each.largest())))
            .toList();
    TextTable table =
        new TextTable(
            List.of("column", "trials", "largest difference"),
            new boolean[] {false, true, true},
            rows);
    List<String> lines = new ArrayList<>(List.of(table.header(), table.rule()));
    rows.forEach(row -> lines.add(table.row(row)));
    return lines;
  }
}
