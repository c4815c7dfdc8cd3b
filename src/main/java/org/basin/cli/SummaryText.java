package org.basin.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.basin.cli.text.CellText;
import org.basin.cli.text.FittedTable;
import org.basin.cli.text.Paragraph;
import org.basin.engine.PointSummary;
import org.basin.engine.RunSummary;
import org.basin.plan.analysis.Measure;
import org.basin.stats.Estimate;
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

  private static final String INDENT = "  ";

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
    return lines(imported());
  }

  /** The lines for a sweep whose trials were trained. */
  List<String> lines() {
    return lines(trained());
  }

  /** The same without tables and commands: what was done, what failed, and where the tables are. */
  List<String> brief() {
    return brief(trained());
  }

  /** The same for a sweep whose trials were imported. */
  List<String> briefOfImport() {
    return brief(imported());
  }

  private List<String> brief(String done) {
    List<String> lines = head(done);
    lines.add(tables());
    return lines;
  }

  private String imported() {
    return summary.sweep()
        + ": imported "
        + CountText.of(summary.planned())
        + " trials in "
        + seconds(summary.seconds());
  }

  private String trained() {
    return summary.sweep()
        + ": trained "
        + CountText.of(summary.trained())
        + " of "
        + CountText.of(summary.planned())
        + " trials in "
        + seconds(summary.seconds())
        + (summary.before() == 0
            ? ""
            : "; " + CountText.of(summary.before()) + " were finished before");
  }

  private List<String> head(String done) {
    List<String> lines = new ArrayList<>();
    lines.addAll(Paragraph.hanging(INDENT, done));
    lines.addAll(Paragraph.hanging(INDENT, verdicts(summary.verdicts())));
    if (summary.missing() > 0) {
      lines.add(
          CountText.of(summary.missing()) + " trials are not finished; basin run trains them");
    }
    for (String failure : summary.failures()) {
      lines.addAll(Paragraph.hanging(INDENT, "A part of the work failed: " + failure));
    }
    return lines;
  }

  private String tables() {
    return "Tables: " + FolderText.shown(summary.folder());
  }

  private List<String> lines(String done) {
    List<String> lines = head(done);
    lines.add("");
    lines.addAll(points());
    lines.add("");
    lines.addAll(LawText.lines(summary.laws()));
    if (!summary.laws().isEmpty()) {
      lines.add("");
    }
    lines.add(tables());
    lines.addAll(next().lines("Next:   "));
    lines.addAll(report().lines("Report: "));
    return lines;
  }

  /** Returns counts such as {@code converged 400, diverged 20}. */
  static String verdicts(Map<Verdict, Long> counts) {
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .map(entry -> entry.getKey().text() + " " + CountText.of(entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** Returns a time such as {@code 5.1 s} or {@code 3.2 min}. */
  static String seconds(double seconds) {
    return seconds < 120
        ? String.format(Locale.ROOT, "%.1f s", seconds)
        : String.format(Locale.ROOT, "%.1f min", seconds / 60);
  }

  private List<String> points() {
    List<PointSummary> points = summary.points();
    List<FittedTable.Column> columns = new ArrayList<>();
    for (String axis : axes()) {
      columns.add(
          column(axis, isNumber(axis), 0, point -> CellText.forTable(point.axes().get(axis))));
    }
    columns.add(
        column(
            "trials",
            true,
            3,
            point -> CountText.of(point.estimate(PointTable.VERDICTS, CONVERGED).count())));
    summary
        .verdicts()
        .forEach(
            (verdict, count) -> {
              if (count > 0) {
                Statistic fraction = Statistic.fraction(verdict);
                columns.add(
                    column(
                        verdict.text(),
                        true,
                        verdict == Verdict.CONVERGED ? 1 : 4,
                        point -> percent(point.estimate(PointTable.VERDICTS, fraction))));
              }
            });
    int need = 2;
    for (String time : hittingTimes()) {
      columns.add(
          column(
              time + " hit",
              true,
              need,
              point -> percent(point.estimate(time, Statistic.HIT_FRACTION))));
      columns.add(
          column(
              "median step", true, need, point -> step(point.estimate(time, Statistic.KM_MEDIAN))));
      // One hitting time is needed more than the verdicts, and any further one less.
      need = 5;
    }
    List<String> lines = new FittedTable(columns).lines("the table points");
    long more = summary.pointCount() - points.size();
    if (more > 0) {
      lines.add("… and " + CountText.of(more) + " more points, in the table points");
    }
    return lines;
  }

  private FittedTable.Column column(
      String name, boolean isNumber, int need, Function<PointSummary, String> cell) {
    return new FittedTable.Column(
        name, isNumber, need, summary.points().stream().map(cell).toList());
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

  private static String percent(Estimate fraction) {
    return Double.isNaN(fraction.value())
        ? ""
        : String.format(Locale.ROOT, "%.0f%%", 100 * fraction.value());
  }

  private static String step(Estimate median) {
    return Double.isNaN(median.value()) ? "" : CellText.rounded(median.value());
  }

  /** Returns the command that writes the page of the sweep. */
  private CommandText report() {
    return CommandText.of("report").word(summary.sweep()).output(output);
  }

  /** Returns a command with a query that shows more than the summary. */
  private CommandText next() {
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
        .query(query);
  }
}
