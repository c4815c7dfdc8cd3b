package org.basin.engine.compare;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * What differs between two sweeps. The numbers over points are computed when they are read.
 *
 * @param settings the settings that differ, one line each
 * @param trials how trials with the same id differ
 * @param axes the axes that both sweeps have, by which points are paired
 * @param points one row for each pair of points and measure
 */
public record SweepComparison(
    List<String> settings, TrialDifferences trials, List<String> axes, Dataset<Row> points) {

  public SweepComparison {
    settings = List.copyOf(settings);
    axes = List.copyOf(axes);
  }

  /**
   * Compares two sides.
   *
   * @param settings the settings that differ, one line each
   * @param level the confidence level of intervals
   */
  public static SweepComparison of(
      ComparedTables first, ComparedTables second, List<String> settings, double level) {
    List<String> axes = new ArrayList<>(first.axes());
    axes.retainAll(second.axes());
    boolean isApart = axes.isEmpty() && !first.axes().isEmpty() && !second.axes().isEmpty();
    Dataset<Row> points = PairedPoints.of(first, second, axes, level);
    return new SweepComparison(
        settings,
        TrialDifferences.of(first, second),
        axes,
        // Sweeps over different axes have no point in common, even if they have seeds.
        isApart ? points.limit(0) : points);
  }

  /** Returns the points in an order of their own. */
  public Dataset<Row> sortedPoints() {
    return points.orderBy("measure", "first_point_id", "second_point_id");
  }

  /** Returns one row for each measure, over all pairs of points. */
  public Dataset<Row> measures() {
    return points
        .groupBy("measure")
        .agg(
            functions.expr("count(*) AS points"),
            functions.expr("sum(pairs) AS pairs"),
            functions.expr("sum(identical) AS identical"),
            functions.expr("count_if(low > 0 OR high < 0) AS differ"),
            functions.expr(
                "max_by(difference, struct(abs(difference), first_point_id, second_point_id))"
                    + " AS largest"),
            functions.expr(
                "max_by(ratio, struct(abs(difference), first_point_id, second_point_id)) AS ratio"))
        .orderBy("measure");
  }
}
