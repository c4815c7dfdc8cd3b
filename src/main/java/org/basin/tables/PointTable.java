package org.basin.tables;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.KeyValueGroupedDataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.basin.plan.analysis.Analyses;
import org.basin.train.Verdict;

/**
 * The table {@code points}: one row for each point, subject and statistic, over the point's
 * finished trials.
 */
public final class PointTable {

  public static final String NAME = "points";

  /** The subject of the statistics of how trials ended. */
  public static final String VERDICTS = "verdict";

  /**
   * The subject of the statistics of how many steps those trials took that ended with a verdict.
   */
  static String steps(Verdict verdict) {
    return "steps_" + verdict.text();
  }

  private PointTable() {}

  /** Returns the columns of the table for a sweep with {@code axes}. */
  public static StructType schema(AxisColumns axes) {
    List<StructField> fields = new ArrayList<>();
    fields.add(Columns.text("point_id"));
    fields.add(Columns.whole("index"));
    fields.addAll(axes.fields());
    fields.add(Columns.text("subject"));
    fields.add(Columns.text("statistic"));
    fields.add(Columns.nullable("value", DataTypes.DoubleType));
    fields.add(Columns.nullable("low", DataTypes.DoubleType));
    fields.add(Columns.nullable("high", DataTypes.DoubleType));
    fields.add(Columns.nullable("level", DataTypes.DoubleType));
    fields.add(Columns.nullable("method", DataTypes.StringType));
    fields.add(Columns.whole("count"));
    return new StructType(fields.toArray(StructField[]::new));
  }

  /**
   * Makes the table from {@link MeasuredTrials}. The rows of a point stand together.
   *
   * @param scalars the scalar observables, sorted
   * @param hittingTimes the names of the hitting times, in the order declared
   * @param analyses what else the sweep asks of its trials
   * @param level the confidence level of every interval, between 0 and 1
   */
  public static Dataset<Row> of(
      Dataset<Row> measured,
      AxisColumns axes,
      List<String> scalars,
      List<String> hittingTimes,
      Analyses analyses,
      double level) {
    List<String> observables = new ArrayList<>(scalars);
    List<String> names = new ArrayList<>(hittingTimes);
    FlatMapGroupsFunction<String, Row, Row> summary =
        (id, trials) ->
            PointSample.read(trials, axes, observables, names, analyses).rows(level).iterator();
    return byPoint(measured).flatMapGroups(summary, Encoders.row(schema(axes)));
  }

  // Not groupByKey: when Spark fuses it with a preceding flatMap, the rows lose their column names.
  static KeyValueGroupedDataset<String, Row> byPoint(Dataset<Row> rows) {
    return rows.groupBy("point_id").as(Encoders.STRING(), Encoders.row(rows.schema()));
  }
}
