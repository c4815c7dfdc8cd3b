package org.basin.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.basin.engine.PointSummary;
import org.basin.engine.RunSummary;
import org.basin.plan.analysis.Measure;
import org.basin.tables.PointTable;
import org.basin.tables.Statistic;
import org.basin.train.Verdict;

/**
 * Writes the summary of a run as text: verdicts, a row for each point, the place of the tables and
 * a command to try next.
 */
final class SummaryText {

  /** Every point has one. */
  private static final Statistic CONVERGED = Statistic.fraction(Verdict.CONVERGED);

  private final RunSummary summary;
  private final String output;

  /**
   * Makes the text of {@code summary}.
   *
   * @param output the folder of all sweeps, as the user gave it
   */
  SummaryText(RunSummary summary, String output) {
    this.summary = summary;
    this.output = output;
  }

  /** The lines for a sweep whose trials were imported. */
  List<String> ofImport() {
    List<String> lines = new ArrayList<>(lines());
    lines.set(
        0,
        summary.sweep()
            + ": imported "
            + CountText.of(summary.planned())
            + " trials in "
            + seconds(summary.seconds()));
    return lines;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        summary.sweep()
            + ": trained "
            + CountText.of(summary.trained())
            + " of "
            + CountText.of(summary.planned())
            + " trials in "
            + seconds(summary.seconds())
            + (summary.before() == 0
                ? ""
                : "; " + CountText.of(summary.before()) + " were finished before"));
    lines.add(verdicts(summary.verdicts()));
    if (summary.missing() > 0) {
      lines.add(
          CountText.of(summary.missing()) + " trials are not finished; basin run trains them");
    }
    for (String failure : summary.failures()) {
      lines.add("A part of the work failed: " + failure);
    }
    lines.add("");
    lines.addAll(points());
    lines.add("");
    lines.addAll(LawText.lines(summary.laws()));
    if (!summary.laws().isEmpty()) {
      lines.add("");
    }
    lines.add("Tables: " + FolderText.shown(summary.folder()));
    lines.add("Next:   " + next());
    return lines;
  }

  /** Returns counts such as {@code converged 400, diverged 20}. */
  static String verdicts(Map<Verdict, Long> counts) {
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .map(entry -> entry.getKey().text() + " " + CountText.of(entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String seconds(double seconds) {
    return seconds < 120
        ? String.format(Locale.ROOT, "%.1f s", seconds)
        : String.format(Locale.ROOT, "%.1f min", seconds / 60);
  }

  private List<String> points() {
    List<String> names = new ArrayList<>(axes());
    int firstNumber = names.size();
    names.add("trials");
    Set<Verdict> seen = new LinkedHashSet<>(summary.verdicts().keySet());
    seen.removeIf(verdict -> summary.verdicts().get(verdict) == 0);
    seen.forEach(verdict -> names.add(verdict.text()));
    for (String time : hittingTimes()) {
      names.add(time + " hit");
      names.add("median step");
    }
    boolean[] isNumber = new boolean[names.size()];
    for (int c = 0; c < isNumber.length; c++) {
      isNumber[c] = c >= firstNumber || isNumber(names.get(c));
    }
    List<List<String>> rows = summary.points().stream().map(point -> row(point, seen)).toList();
    TextTable table = new TextTable(names, isNumber, rows);
    List<String> lines = new ArrayList<>(List.of(table.header(), table.rule()));
    rows.forEach(row -> lines.add(table.row(row)));
    long more = summary.pointCount() - rows.size();
    if (more > 0) {
      lines.add("… and " + CountText.of(more) + " more points, in the table points");
    }
    return lines;
  }

  private boolean isNumber(String axis) {
    return summary.points().stream()
        .map(point -> point.axes().get(axis))
        .allMatch(value -> value == null || value instanceof Number);
  }

  private Set<String> axes() {
    return summary.points().isEmpty() ? Set.of() : summary.points().get(0).axes().keySet();
  }

  private Set<String> hittingTimes() {
    return summary.points().stream()
        .flatMap(point -> point.entries().stream())
        .filter(entry -> entry.statistic().equals(Statistic.HIT_FRACTION))
        .map(PointSummary.Entry::subject)
        // The fraction that converged has its column.
        .filter(subject -> !subject.equals(Measure.CONVERGED))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private List<String> row(PointSummary point, Set<Verdict> seen) {
    List<String> row = new ArrayList<>();
    point.axes().values().forEach(value -> row.add(CellText.forTable(value)));
    row.add(CountText.of(point.estimate(PointTable.VERDICTS, CONVERGED).count()));
    for (Verdict verdict : seen) {
      row.add(percent(point.estimate(PointTable.VERDICTS, Statistic.fraction(verdict)).value()));
    }
    for (String time : hittingTimes()) {
      row.add(percent(point.estimate(time, Statistic.HIT_FRACTION).value()));
      double median = point.estimate(time, Statistic.KM_MEDIAN).value();
      row.add(Double.isNaN(median) ? "" : CellText.rounded(median));
    }
    return row;
  }

  private static String percent(double fraction) {
    return Double.isNaN(fraction) ? "" : String.format(Locale.ROOT, "%.0f%%", 100 * fraction);
  }

  /** Returns a command with a query that shows more than the summary. */
  private String next() {
    List<String> times = List.copyOf(hittingTimes());
    List<String> columns = new ArrayList<>(axes());
    columns.add(times.isEmpty() ? "value AS converged" : "value AS median_step");
    columns.addAll(List.of("low", "high"));
    String rows =
        times.isEmpty()
            ? "statistic = '" + CONVERGED + "'"
            : "subject = '" + times.get(0) + "' AND statistic = '" + Statistic.KM_MEDIAN + "'";
    String query = "SELECT " + String.join(", ", columns) + " FROM points WHERE " + rows;
    return CommandText.of("sql")
        .output(output)
        .option("--sweep", List.of(summary.sweep()))
        .query(query)
        .line();
  }
}
