package org.basin.engine.imported;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.isnan;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.basin.engine.storage.EngineException;
import org.basin.tables.AxisColumns;
import org.basin.tables.OutcomeTable;
import org.basin.tables.PlannedTable;
import org.basin.train.Verdict;

/**
 * Joins imported trials with their observations into rows with the columns of the plan and of the
 * work table, and fills in what a table of trials may leave out. The steps of a trial are those of
 * its last observation. Its verdict is {@code failed} if it has an error, {@code diverged} if its
 * loss ends with a value that is not finite, and otherwise {@code exhausted}. In a trial that
 * records no loss, every scalar observable counts.
 */
final class OutcomeColumns {

  private static final String LOSS = "loss";

  private OutcomeColumns() {}

  /** The columns of the plan, then those of the work table that are not among them. */
  static StructType schema(AxisColumns axes) {
    List<StructField> fields = new ArrayList<>(List.of(PlannedTable.schema(axes).fields()));
    for (StructField field : OutcomeTable.SCHEMA.fields()) {
      if (!field.name().equals(TrialColumns.TRIAL)) {
        fields.add(field);
      }
    }
    return new StructType(fields.toArray(StructField[]::new));
  }

  /**
   * Joins trials, which have an index, with observations.
   *
   * @param byTrial the result of {@link ObservationRows#byTrial}
   */
  static Dataset<Row> of(Dataset<Row> trials, Dataset<Row> byTrial, AxisColumns axes) {
    Column series =
        coalesce(col(ObservationRows.SERIES), array().cast(type(ObservationRows.SERIES)));
    Column last = transform(series, each -> element_at(each.getField(ObservationRows.STEP), -1));
    Column steps = coalesce(col(TrialColumns.STEPS), array_max(last), lit(0L));
    Column verdict =
        coalesce(
            col(TrialColumns.VERDICT),
            when(col(TrialColumns.ERROR).isNotNull(), lit(Verdict.FAILED.text()))
                .when(isDiverged(series), lit(Verdict.DIVERGED.text()))
                .otherwise(lit(Verdict.EXHAUSTED.text())));
    Dataset<Row> joined =
        trials
            .join(byTrial.hint("merge"), javaColumns(TrialColumns.TRIAL), "left_outer")
            .withColumn(TrialColumns.STEPS, steps)
            .withColumn(TrialColumns.VERDICT, verdict)
            .withColumn(ObservationRows.SERIES, series)
            .withColumn("hits", array().cast(type("hits")));
    for (String column : OutcomeTable.OF_TRAINING) {
      joined = joined.withColumn(column, lit(null).cast(type(column)));
    }
    List<Column> columns = new ArrayList<>();
    for (StructField field : schema(axes).fields()) {
      columns.add(col(field.name()));
    }
    return joined.select(columns.toArray(Column[]::new));
  }

  private static String[] javaColumns(String... names) {
    return names;
  }

  private static org.apache.spark.sql.types.DataType type(String column) {
    return OutcomeTable.SCHEMA.apply(column).dataType();
  }

  private static Column isDiverged(Column series) {
    Column scalars = filter(series, each -> each.getField(ObservationRows.COMPONENT).isNull());
    Column loss =
        filter(scalars, each -> each.getField(ObservationRows.OBSERVABLE).equalTo(lit(LOSS)));
    return exists(
        when(size(loss).gt(0), loss).otherwise(scalars),
        each -> {
          Column value = element_at(each.getField(ObservationRows.VALUE), -1);
          return isnan(value).or(value.isin(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY));
        });
  }

  /**
   * Checks that no trial observes a step after its last one.
   *
   * @throws EngineException about the first trial that does
   */
  static void check(SourceTable table, Dataset<Row> outcomes) {
    Column last =
        array_max(
            transform(
                col(ObservationRows.SERIES),
                each -> element_at(each.getField(ObservationRows.STEP), -1)));
    List<Row> first =
        outcomes
            .select(col(TrialColumns.TRIAL), col(TrialColumns.STEPS), last.as("last"))
            .filter(col("last").gt(col(TrialColumns.STEPS)))
            .orderBy(TrialColumns.TRIAL)
            .limit(1)
            .collectAsList();
    if (!first.isEmpty()) {
      Row trial = first.get(0);
      throw new EngineException(
          table.files().shown()
              + ": trial "
              + trial.getString(0)
              + " has steps "
              + trial.getLong(1)
              + ", must have at least its last observed step, "
              + trial.getLong(2));
    }
  }
}
