package org.basin.tables;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The table {@code survival}: one row for each point, hitting time and step at which a curve of its
 * trials moves, and for step 0, where every curve starts. The curves are the part of the trials
 * that have not hit, and the parts that have hit, diverged, failed and timed out.
 */
public final class SurvivalTable {

  public static final String NAME = "survival";

  private SurvivalTable() {}

  /** Returns the columns of the table for a sweep with {@code axes}. */
  public static StructType schema(AxisColumns axes) {
    List<StructField> fields = new ArrayList<>();
    fields.add(Columns.text("point_id"));
    fields.add(Columns.whole("index"));
    fields.addAll(axes.fields());
    fields.add(Columns.text("name"));
    for (String count :
        List.of("step", "at_risk", "hits", "censored", "diverged", "failed", "timed_out")) {
      fields.add(Columns.whole(count));
    }
    for (String estimate : List.of("survival", "incidence_hit")) {
      fields.add(Columns.real(estimate));
      fields.add(Columns.nullable(estimate + "_low", DataTypes.DoubleType));
      fields.add(Columns.nullable(estimate + "_high", DataTypes.DoubleType));
    }
    fields.add(Columns.real("incidence_diverged"));
    fields.add(Columns.real("incidence_failed"));
    fields.add(Columns.real("incidence_timed_out"));
    fields.add(Columns.real("level"));
    fields.add(Columns.text("method"));
    return new StructType(fields.toArray(StructField[]::new));
  }

  /**
   * Makes the table from {@link MeasuredTrials}.
   *
   * @param hittingTimes the names of the hitting times, in the order declared
   * @param level the confidence level of every interval, between 0 and 1
   */
  public static Dataset<Row> of(
      Dataset<Row> measured, AxisColumns axes, List<String> hittingTimes, double level) {
    List<String> names = new ArrayList<>(hittingTimes);
    int count = axes.paths().size();
    FlatMapGroupsFunction<String, Row, Row> curves =
        (id, trials) -> rows(trials, count, names, level).iterator();
    return PointTable.byPoint(measured).flatMapGroups(curves, Encoders.row(schema(axes)));
  }

  private static List<Row> rows(Iterator<Row> trials, int axes, List<String> names, double level) {
    HittingSample sample = new HittingSample(names);
    Row first = null;
    while (trials.hasNext()) {
      Row trial = trials.next();
      sample.add(trial);
      if (first == null || trial.<Long>getAs("index") < first.<Long>getAs("index")) {
        first = trial;
      }
    }
    List<Row> rows = new ArrayList<>();
    if (first != null) {
      List<Object> point = PointRows.point(first, axes);
      sample
          .samples()
          .forEach(
              (name, times) -> rows.addAll(new SurvivalRows(point, name, times, level).rows()));
    }
    return rows;
  }
}
