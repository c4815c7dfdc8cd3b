package org.basin.engine.report;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.basin.tables.TrialTable;
import org.basin.train.Verdict;

/**
 * Single trials that a person wants to look at: the slowest, the fastest, and those that failed.
 */
final class ReportTrials {

  private final ReportTables tables;
  private final int most;
  private final int characters;

  ReportTrials(ReportTables tables, ReportLimits limits) {
    this.tables = tables;
    this.most = limits.trials();
    this.characters = limits.characters() / 100;
  }

  /** The lists, of which some may be empty. */
  List<Object> lists() {
    Column failed = verdict(Verdict.FAILED).or(verdict(Verdict.TIMED_OUT));
    return List.of(
        list("Why trials failed", errors(), List.of("error", "trials")),
        list(
            "Trials that failed or timed out",
            trials(failed, functions.col("index")),
            columns(true)),
        list(
            "Converged in the most steps",
            trials(verdict(Verdict.CONVERGED), functions.desc("steps")),
            columns(false)),
        list(
            "Converged in the fewest steps",
            trials(verdict(Verdict.CONVERGED), functions.col("steps")),
            columns(false)),
        list(
            "Took the most computing",
            trials(functions.lit(true), functions.desc("seconds")),
            columns(false)),
        list(
            "Took the least computing",
            trials(functions.lit(true), functions.col("seconds")),
            columns(false)));
  }

  private static Column verdict(Verdict verdict) {
    return functions.col("verdict").equalTo(verdict.text());
  }

  private Dataset<Row> errors() {
    return tables
        .table(TrialTable.NAME)
        .filter("error IS NOT NULL")
        .groupBy(functions.substring(functions.col("error"), 1, characters).as("error"))
        .agg(functions.count("*").as("trials"))
        .orderBy(functions.desc("trials"), functions.col("error"))
        .limit(most);
  }

  private Dataset<Row> trials(Column which, Column order) {
    return tables
        .table(TrialTable.NAME)
        .filter(which)
        .orderBy(order, functions.col("index"))
        .limit(most);
  }

  private List<String> columns(boolean withError) {
    List<String> columns = new ArrayList<>(tables.axes().names());
    columns.addAll(List.of("seed", "verdict", "steps", "seconds"));
    if (withError) {
      columns.add("error");
    }
    columns.add("trial_id");
    return columns;
  }

  private Object list(String title, Dataset<Row> rows, List<String> columns) {
    List<String> paths = new ArrayList<>(columns);
    List<Column> selected = new ArrayList<>();
    for (String column : columns) {
      int axis = tables.axes().names().indexOf(column);
      if (axis >= 0) {
        paths.set(columns.indexOf(column), tables.axes().paths().get(axis));
      }
      Column value = functions.col("`" + column + "`");
      selected.add(
          column.equals("error") ? functions.substring(value, 1, characters).as(column) : value);
    }
    List<Row> all = rows.select(selected.toArray(Column[]::new)).collectAsList();
    return ReportData.map("title", title, "columns", paths, "rows", all);
  }
}
