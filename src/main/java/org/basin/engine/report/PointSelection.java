package org.basin.engine.report;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.basin.tables.AxisColumns;
import org.basin.tables.PointTable;
import org.basin.tables.Statistic;
import org.basin.train.Verdict;

/**
 * Chooses the points that a report shows: all of them, or so many that they are a smaller grid of
 * the same axes.
 */
final class PointSelection {

  private final AxisColumns axes;
  private final Dataset<Row> each;
  private final ReportLimits limits;
  private final long all;

  PointSelection(ReportTables tables, ReportLimits limits) {
    this.axes = tables.axes();
    this.limits = limits;
    List<Column> columns = new ArrayList<>(List.of(functions.col("point_id")));
    axes.names().forEach(name -> columns.add(column(name)));
    columns.add(functions.col("index").as("basin$index"));
    this.each =
        tables
            .table(PointTable.NAME)
            .filter(functions.col("subject").equalTo(PointTable.VERDICTS))
            // Every point has it once.
            .filter(
                functions.col("statistic").equalTo(Statistic.fraction(Verdict.CONVERGED).name()))
            .select(columns.toArray(Column[]::new));
    this.all = each.count();
  }

  private static Column column(String name) {
    return functions.col("`" + name + "`");
  }

  /** The number of points of the sweep that have a finished trial. */
  long all() {
    return all;
  }

  /** Returns the points, in the order of the grid. */
  ReportPoints points() {
    List<Row> rows =
        (all > limits.points() ? fewer() : each)
            .orderBy("basin$index")
            .limit(limits.points())
            .drop("basin$index")
            .collectAsList();
    return ReportPoints.of(axes, rows);
  }

  private Dataset<Row> fewer() {
    List<Column> drawn = new ArrayList<>();
    List<Integer> listed = new ArrayList<>();
    for (int axis = 0; axis < axes.names().size(); axis++) {
      Column column = column(axes.names().get(axis));
      if (each.select(column).distinct().limit(limits.gridValues() + 1).count()
          > limits.gridValues()) {
        drawn.add(column);
      } else {
        listed.add(axis);
      }
    }
    if (!drawn.isEmpty()) {
      // A random axis has a value a point. Which of its values are shown is as good as random.
      long one = (all + limits.points() - 1) / limits.points();
      Column hash = functions.xxhash64(drawn.toArray(Column[]::new));
      return each.filter(functions.pmod(hash, functions.lit(one)).equalTo(0));
    }
    List<List<Object>> values = new ArrayList<>();
    for (int axis : listed) {
      values.add(
          each
              .select(column(axes.names().get(axis)))
              .distinct()
              .na()
              .drop()
              .collectAsList()
              .stream()
              .map(row -> row.get(0))
              .sorted(AxisThinning.ORDER)
              .toList());
    }
    return with(AxisThinning.thin(values, limits.points(), kept -> with(kept).count()));
  }

  private Dataset<Row> with(List<List<Object>> kept) {
    Dataset<Row> some = each;
    for (int axis = 0; axis < kept.size(); axis++) {
      Column column = column(axes.names().get(axis));
      some = some.filter(column.isNull().or(column.isin(kept.get(axis).toArray())));
    }
    return some;
  }
}
