package org.basin.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.basin.plan.Sweep;

/**
 * The table {@code curves}: one row for each point, observable, basis and step of the point's grid,
 * with where the curves of the point's trials lie at that step.
 */
public final class CurveTable {

  public static final String NAME = "curves";

  /** The basis of the trials that still train at a step. */
  static final String LIVE = "live";

  /**
   * The basis of the trials that still train and of those that have ended, whose last value is
   * carried on.
   */
  static final String CARRIED = "carried";

  /** The number of values that a task holds at once; about 32 MB. */
  private static final long TASK_VALUES = 4L << 20;

  private CurveTable() {}

  /** Returns the columns of the table for a sweep with {@code axes}. */
  public static StructType schema(AxisColumns axes) {
    List<StructField> fields = new ArrayList<>();
    fields.add(Columns.text("point_id"));
    fields.add(Columns.whole("index"));
    fields.addAll(axes.fields());
    fields.add(Columns.text("observable"));
    fields.add(Columns.text("basis"));
    fields.add(Columns.whole("step"));
    fields.add(Columns.whole("trials"));
    fields.add(Columns.whole("live"));
    fields.add(Columns.whole("observed"));
    for (String band : List.of("q05", "q25", "median", "q75", "q95", "mean", "iqm")) {
      fields.add(Columns.nullable(band, DataTypes.DoubleType));
    }
    return new StructType(fields.toArray(StructField[]::new));
  }

  /**
   * Makes the table from planned trials joined with their outcomes. A point's curves are divided
   * into blocks of steps, so that a point of many replicates fits in a task's memory.
   *
   * @param longest the number of steps of the longest trial
   */
  public static Dataset<Row> of(
      Dataset<Row> finished, Sweep sweep, AxisColumns axes, long longest) {
    CurveSplit split =
        new CurveSplit(
            sweep,
            axes,
            longest,
            width(sweep.plan().replicates()),
            sweep.isImported() ? ObservedSteps.of(finished, sweep.analyses().curves()) : Map.of());
    MapPartitionsFunction<Row, Row> blocks = split::blocks;
    FlatMapGroupsFunction<Row, Row, Row> bands =
        (key, rows) -> CurveSample.read(rows, split).rows().iterator();
    Dataset<Row> all =
        finished
            .selectExpr(split.columns())
            .mapPartitions(blocks, Encoders.row(CurveSplit.schema(axes)));
    StructType key = new StructType(Arrays.copyOf(all.schema().fields(), CurveSplit.KEY.size()));
    return all.groupBy(CurveSplit.KEY.stream().map(functions::col).toArray(Column[]::new))
        .as(Encoders.row(key), Encoders.row(all.schema()))
        .flatMapGroups(bands, Encoders.row(schema(axes)));
  }

  /** The number of steps of a block for points of so many replicates. No result depends on it. */
  private static int width(long replicates) {
    return (int) Math.max(1, Math.min(CurveBlock.MAX_STEPS, TASK_VALUES / Math.max(1, replicates)));
  }
}
