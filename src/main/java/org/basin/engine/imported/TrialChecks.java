package org.basin.engine.imported;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.basin.engine.storage.EngineException;
import org.basin.tables.Columns;

/** Checks that imported trials are told apart by their ids and by their settings and seeds. */
final class TrialChecks {

  private static final String ROWS = Columns.inner("rows");
  private static final String ONE = Columns.inner("one");
  private static final String OTHER = Columns.inner("other");
  private static final String FIRST = Columns.inner("trial");

  private final SourceTable table;
  private final Dataset<Row> trials;
  private final List<String> axes;
  private final List<String> lines = new ArrayList<>();

  private TrialChecks(SourceTable table, Dataset<Row> trials, List<String> axes) {
    this.table = table;
    this.trials = trials;
    this.axes = axes;
  }

  /**
   * Checks {@link TrialRows}.
   *
   * @throws EngineException with a line for each kind of problem
   */
  static void check(SourceTable table, Dataset<Row> trials, List<String> axes) {
    TrialChecks checks = new TrialChecks(table, trials, axes);
    checks.unique(TrialColumns.TRIAL, "must be a trial's own");
    if (table.has(TrialColumns.INDEX)) {
      checks.unique(TrialColumns.INDEX, "must be a trial's own, or the column left out");
    }
    checks.settings();
    if (table.has(TrialColumns.POINT)) {
      checks.points();
    }
    if (!checks.lines.isEmpty()) {
      throw new EngineException(String.join("\n", checks.lines));
    }
  }

  private void unique(String column, String must) {
    first(trials.groupBy(column).agg(count("*").as(ROWS)).filter(isRepeated()).orderBy(column))
        .forEach(
            row ->
                tell(
                    column + " " + row.get(0) + " stands in " + row.getLong(1) + " rows, " + must));
  }

  private void settings() {
    List<Column> keys = new ArrayList<>(axes.stream().map(functions::col).toList());
    keys.add(col(TrialColumns.SEED));
    Dataset<Row> twice =
        trials
            .groupBy(keys.toArray(Column[]::new))
            .agg(
                count("*").as(ROWS),
                min(TrialColumns.TRIAL).as(ONE),
                max(TrialColumns.TRIAL).as(OTHER))
            // The same trial id twice is told of already.
            .filter(isRepeated().and(isDifferent()))
            .orderBy(ONE);
    first(twice)
        .forEach(
            row ->
                tell(
                    "trials "
                        + row.getAs(ONE)
                        + " and "
                        + row.getAs(OTHER)
                        + " have the same settings and seed "
                        + row.get(axes.size())
                        + ", must differ in one of "
                        + String.join(", ", axes)
                        + (axes.isEmpty() ? "" : ", ")
                        + TrialColumns.SEED));
  }

  /** A point is a combination of settings, so its name and they must say the same. */
  private void points() {
    Column[] keys = axes.stream().map(functions::col).toArray(Column[]::new);
    Dataset<Row> ofSettings =
        trials
            .groupBy(keys)
            .agg(
                min(TrialColumns.POINT).as(ONE),
                max(TrialColumns.POINT).as(OTHER),
                min(TrialColumns.TRIAL).as(FIRST));
    String must = ", must follow from the settings, or the column point_id be left out";
    first(ofSettings.filter(isDifferent()).orderBy(FIRST))
        .forEach(
            row ->
                tell(
                    "trial "
                        + row.getAs(FIRST)
                        + " and others have the same settings, but points "
                        + row.getAs(ONE)
                        + " and "
                        + row.getAs(OTHER)
                        + must));
    first(
            ofSettings
                .groupBy(ONE)
                .agg(count("*").as(ROWS), min(FIRST).as(FIRST))
                .filter(isRepeated())
                .orderBy(ONE))
        .forEach(
            row -> tell("point " + row.getString(0) + " has trials of different settings" + must));
  }

  private static Column isRepeated() {
    return col(ROWS).gt(1);
  }

  private static Column isDifferent() {
    return col(ONE).notEqual(col(OTHER));
  }

  private static List<Row> first(Dataset<Row> problems) {
    return problems.limit(1).collectAsList();
  }

  private void tell(String line) {
    lines.add(table.files().shown() + ": " + line);
  }
}
