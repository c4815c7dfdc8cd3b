package org.basin.tables;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;
import org.basin.plan.analysis.Comparison;

/**
 * The pairs of points that differ in one axis. The points with equal values of every other axis are
 * a line; they stand in the order of the axis's values. A point without a finished trial is not in
 * its line.
 */
public final class PointPairs {

  /** The column that tells a pair from every other. */
  static final String KEY = "pair";

  private final AxisColumns axes;
  private final Dataset<Row> points;

  /**
   * Finds the points.
   *
   * @param measured see {@link MeasuredTrials}
   */
  public PointPairs(Dataset<Row> measured, AxisColumns axes) {
    this.axes = axes;
    List<Column> keys = new ArrayList<>(List.of(functions.col("point_id")));
    axes.names().forEach(name -> keys.add(column(name)));
    this.points =
        measured.groupBy(keys.toArray(Column[]::new)).agg(functions.min("index").as("index"));
  }

  /**
   * Finds the pairs along one axis: a row each, with the columns {@code along}, the structs {@code
   * a} and {@code b} of both points, {@code varied}, {@code measures} and {@link #KEY}.
   *
   * @param paths the paths that the axis sets
   * @param measures the measures to compare
   */
  public Dataset<Row> along(List<String> paths, Comparison.Pairs which, List<String> measures) {
    List<String> varied = paths.stream().map(Columns::name).toList();
    List<Column> others = new ArrayList<>();
    axes.names().stream()
        .filter(name -> !varied.contains(name))
        .forEach(name -> others.add(column(name)));
    // False for every point: Spark warns of a window without a partition, though one line is right.
    others.add(functions.expr("index < 0"));
    WindowSpec line = Window.partitionBy(others.toArray(Column[]::new)).orderBy("index");
    List<Column> fields =
        new ArrayList<>(List.of(functions.col("point_id"), functions.col("index")));
    axes.names().forEach(name -> fields.add(column(name)));
    Column point = functions.struct(fields.toArray(Column[]::new));
    long first = Window.unboundedPreceding();
    Column before =
        switch (which) {
          case ADJACENT -> functions.collect_list(point).over(line.rowsBetween(-1, -1));
          case FIRST -> functions.slice(functions.array(functions.first(point).over(line)), 1, 1);
          case ALL -> functions.collect_list(point).over(line.rowsBetween(first, -1));
        };
    return points
        .select(point.as("b"), before.as("before"))
        .select(functions.explode(functions.col("before")).as("a"), functions.col("b"))
        .filter("a.index < b.index")
        .select(
            functions.lit(String.join(", ", paths)).as("along"),
            functions.col("a"),
            functions.col("b"),
            texts(varied).as("varied"),
            texts(measures).as("measures"))
        // By the columns, so that imported trials, which know no paths, resample alike.
        .withColumn(KEY, functions.expr("concat_ws('\n', varied, a.point_id, b.point_id)"));
  }

  /**
   * Unites pairs of several comparisons: a pair that is in more than one is there once, with the
   * measures of all.
   */
  public static Dataset<Row> union(List<Dataset<Row>> each) {
    return each.stream()
        .reduce(Dataset::union)
        .orElseThrow()
        .groupBy(KEY, "along", "a", "b", "varied")
        .agg(
            functions
                .array_sort(
                    functions.array_distinct(functions.flatten(functions.collect_list("measures"))))
                .as("measures"));
  }

  private static Column texts(List<String> texts) {
    return functions.array(texts.stream().map(functions::lit).toArray(Column[]::new));
  }

  private static Column column(String name) {
    return functions.col("`" + name + "`");
  }
}
