package org.basin.engine.report;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.basin.tables.SweepTable;
import org.basin.tables.TrialTable;

/** What was asked, what was run, where, and what it cost. */
final class ReportRuns {

  private final ReportTables tables;
  private final ReportLimits limits;

  /** The runs, the latest first. */
  private final List<Row> runs;

  ReportRuns(ReportTables tables, ReportLimits limits) {
    this.tables = tables;
    this.limits = limits;
    this.runs =
        tables
            .table(SweepTable.NAME)
            .orderBy(functions.desc("start"))
            .limit(limits.runs())
            .collectAsList();
  }

  /** Pairs of a term and what there is to say of it. */
  List<Object> about(long points) {
    List<Row> ended =
        tables
            .table(TrialTable.NAME)
            .groupBy("verdict")
            .agg(
                functions.count("*").as("trials"),
                functions.sum("steps"),
                functions.sum("seconds"),
                functions.max("seconds"))
            .orderBy(functions.desc("trials"))
            .collectAsList();
    long finished = ended.stream().mapToLong(row -> row.getLong(1)).sum();
    String verdicts =
        ended.stream()
            .map(row -> row.getString(0) + " " + whole(row.getLong(1)))
            .collect(Collectors.joining(", "));
    List<Object> about = new ArrayList<>();
    put(about, "Tables", tables.source());
    put(
        about,
        "Trials",
        whole(finished)
            + " of "
            + whole(tables.sweep().plan().count())
            + " are finished: "
            + verdicts);
    put(
        about,
        "Points",
        whole(points)
            + ", with up to "
            + whole(tables.sweep().plan().replicates())
            + " seeds each");
    put(
        about,
        "Cost",
        seconds(ended.stream().mapToDouble(row -> row.getDouble(3)).sum())
            + " of computing for "
            + whole(ended.stream().mapToLong(row -> row.getLong(2)).sum())
            + " steps; the longest trial took "
            + seconds(ended.stream().mapToDouble(row -> row.getDouble(4)).max().orElse(0)));
    if (!runs.isEmpty()) {
      last(about, runs.get(0));
    }
    put(about, "Intervals", Math.round(100 * tables.level()) + " %, as the tables have them");
    return about;
  }

  private static void last(List<Object> about, Row run) {
    String file = run.getAs("file");
    if (file != null) {
      String variant = run.getAs("variant");
      List<String> overrides = run.getList(run.fieldIndex("overrides"));
      put(
          about,
          "Sweep file",
          file
              + (variant == null ? "" : ", variant " + variant)
              + overrides.stream().map(each -> ", with " + each).collect(Collectors.joining()));
    }
    List<String> machines =
        run.isNullAt(run.fieldIndex("machines"))
            ? List.of()
            : run.getList(run.fieldIndex("machines"));
    put(about, "Machine", machines.isEmpty() ? run.getAs("driver") : String.join("; ", machines));
    put(about, "Ran on", run.getAs("master") + ", Spark " + run.getAs("spark"));
    put(about, "Basin", run.getAs("version") + ", commit " + run.getAs("commit"));
  }

  /** The configuration of the latest run. */
  String configuration() {
    String all = runs.isEmpty() ? tables.sweep().resolved() : runs.get(0).getAs("configuration");
    return all.length() <= limits.characters()
        ? all
        : all.substring(0, limits.characters()) + "\n… cut here; the table sweeps has all of it";
  }

  /** The runs as rows. */
  List<Object> rows() {
    List<Object> rows = new ArrayList<>();
    for (Row run : runs) {
      List<Object> row = new ArrayList<>();
      row.add(time(run.getAs("start")));
      row.add(time(run.getAs("end")));
      for (String column :
          List.of("planned", "committed_before", "trained", "gigaflops", "version")) {
        row.add(run.getAs(column));
      }
      rows.add(row);
    }
    return rows;
  }

  private static String time(Timestamp time) {
    return time == null ? null : ReportTime.of(time.toInstant());
  }

  private static void put(List<Object> about, String term, String text) {
    about.add(List.of(term, text));
  }

  private static String whole(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String seconds(double seconds) {
    return seconds < 120
        ? String.format(Locale.ROOT, "%.3g s", seconds)
        : seconds < 7200
            ? String.format(Locale.ROOT, "%.1f min", seconds / 60)
            : String.format(Locale.ROOT, "%,.1f h", seconds / 3600);
  }
}
