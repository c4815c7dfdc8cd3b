package org.basin.engine.imported;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.basin.engine.storage.EngineException;
import org.basin.tables.Columns;

/** The imported observations: read, checked row by row, and nested into one row a trial. */
final class ObservationRows {

  static final String OBSERVABLE = "observable";
  static final String COMPONENT = "component";
  static final String STEP = "step";
  static final String VALUE = "value";

  /** The observations of a trial, as the work table has them. */
  static final String SERIES = "series";

  /** Whether a trial has a series with a step that stands twice. */
  static final String REPEATS = Columns.inner("repeats");

  private static final String LEGAL = "^[A-Za-z][A-Za-z0-9._-]*$";

  private ObservationRows() {}

  /** Reads and checks each row by itself. */
  static Dataset<Row> of(SourceTable table) {
    Map<String, Cell> cells = new LinkedHashMap<>();
    cells.put(
        TrialColumns.TRIAL, Cell.text(table, TrialColumns.TRIAL, "the trial's name in trials"));
    Cell observable = Cell.text(table, OBSERVABLE, "the observable's name");
    cells.put(
        OBSERVABLE,
        observable.where(
            OBSERVABLE,
            observable.value().rlike(LEGAL),
            lit("letters, digits, '.', '_' or '-', the first a letter")));
    if (table.has(COMPONENT)) {
      Cell component = Cell.whole(table, COMPONENT, "a whole number or empty").optional(COMPONENT);
      cells.put(
          COMPONENT,
          component.where(
              COMPONENT,
              component.value().between(0, Integer.MAX_VALUE),
              lit("at least 0 and below 2^31")));
    } else {
      cells.put(COMPONENT, new Cell(lit(null), lit(null)));
    }
    Cell step = Cell.whole(table, STEP, "a whole number of updates");
    cells.put(STEP, step.where(STEP, step.value().geq(0), lit("at least 0")));
    Cell value = Cell.real(table, VALUE, "a number, nan, inf or -inf");
    cells.put(VALUE, value.or(lit(Double.NaN)));
    RowProblems problems = new RowProblems(table);
    cells.forEach(
        (name, cell) -> {
          if (table.has(name)) {
            problems.add(name, cell);
          }
        });
    problems.throwIfAny();
    List<Column> columns = new ArrayList<>();
    cells.forEach(
        (name, cell) ->
            columns.add(
                (name.equals(COMPONENT) ? cell.value().cast(DataTypes.IntegerType) : cell.value())
                    .as(name)));
    return table.rows().select(columns.toArray(Column[]::new));
  }

  /** Nests the observations, sorted by observable, component and step. */
  static Dataset<Row> byTrial(Dataset<Row> observations) {
    Column points = col("points");
    return observations
        // One exchange for both groupings.
        .repartition(col(TrialColumns.TRIAL))
        .groupBy(TrialColumns.TRIAL, OBSERVABLE, COMPONENT)
        .agg(sort_array(collect_list(struct(STEP, VALUE))).as("points"))
        .select(
            col(TrialColumns.TRIAL),
            struct(
                    col(OBSERVABLE),
                    col(COMPONENT),
                    points.getField(STEP).as(STEP),
                    points.getField(VALUE).as(VALUE))
                .as("one"),
            size(array_distinct(points.getField(STEP))).lt(size(points)).as(REPEATS))
        .groupBy(TrialColumns.TRIAL)
        .agg(sort_array(collect_list("one")).as(SERIES), max(REPEATS).as(REPEATS));
  }

  /**
   * Checks the observations of whole trials.
   *
   * @param byTrial the result of {@link #byTrial}
   * @throws EngineException with a line for each kind of problem
   */
  static void check(SourceTable table, Dataset<Row> byTrial, Dataset<Row> trials) {
    List<String> lines = new ArrayList<>();
    String file = table.files().shown() + ": ";
    first(
            byTrial
                .select(TrialColumns.TRIAL)
                .join(
                    trials.select(TrialColumns.TRIAL).hint("merge"),
                    trials.col(TrialColumns.TRIAL).equalTo(byTrial.col(TrialColumns.TRIAL)),
                    "left_anti")
                .orderBy(TrialColumns.TRIAL))
        .forEach(
            row ->
                lines.add(
                    file
                        + "trial_id "
                        + row.get(0)
                        + " has observations, but no row in trials, must have one"));
    first(repeated(byTrial))
        .forEach(
            row ->
                lines.add(
                    file
                        + "trial "
                        + row.getAs(TrialColumns.TRIAL)
                        + " has two values of "
                        + row.getAs(OBSERVABLE)
                        + (row.isNullAt(2) ? "" : "[" + row.get(2) + "]")
                        + " at step "
                        + row.getAs(STEP)
                        + ", must have one"));
    if (!lines.isEmpty()) {
      throw new EngineException(String.join("\n", lines));
    }
  }

  private static Dataset<Row> repeated(Dataset<Row> byTrial) {
    return byTrial
        .filter(col(REPEATS))
        .orderBy(TrialColumns.TRIAL)
        .limit(1)
        .selectExpr(TrialColumns.TRIAL, "inline(" + SERIES + ")")
        .selectExpr(TrialColumns.TRIAL, OBSERVABLE, COMPONENT, "explode(step) AS step")
        .groupBy(TrialColumns.TRIAL, OBSERVABLE, COMPONENT, STEP)
        .count()
        .filter("count > 1")
        .orderBy(TrialColumns.TRIAL, OBSERVABLE, COMPONENT, STEP);
  }

  private static List<Row> first(Dataset<Row> problems) {
    return problems.limit(1).collectAsList();
  }

  /** The columns that nothing reads. */
  static List<String> ignored(SourceTable table) {
    List<String> known =
        List.of(TrialColumns.TRIAL, TrialColumns.POINT, OBSERVABLE, COMPONENT, STEP, VALUE);
    return table.names().stream()
        .filter(name -> !known.contains(name))
        .collect(Collectors.toList());
  }
}
