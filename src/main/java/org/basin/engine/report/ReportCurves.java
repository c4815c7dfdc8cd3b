package org.basin.engine.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;
import org.basin.plan.analysis.Measure;
import org.basin.tables.CurveTable;
import org.basin.tables.SurvivalTable;

/** Curves step by step: when trials hit, and where observables lie. Long ones are thinned. */
final class ReportCurves {

  private final ReportTables tables;
  private final ReportPoints points;
  private final ReportLimits limits;

  ReportCurves(ReportTables tables, ReportPoints points, ReportLimits limits) {
    this.tables = tables;
    this.points = points;
    this.limits = limits;
  }

  /**
   * Curves of one kind.
   *
   * @param curves a list of maps of the curve's names and {@code points}, which has the rows of
   *     each point's curve by the point's place
   * @param points the number of points that have theirs shown
   */
  record Curves(List<Object> curves, int points) {}

  /** The survival curves of each hitting time. */
  Curves survival() {
    return curves(
        SurvivalTable.NAME,
        limits.survival(),
        List.of("name"),
        List.of(
            "step",
            "survival",
            "survival_low",
            "survival_high",
            "incidence_hit",
            "incidence_hit_low",
            "incidence_hit_high",
            "incidence_diverged + incidence_failed + incidence_timed_out",
            "at_risk"));
  }

  /** The bands of each observable, of all trials and of those that still train. */
  Curves bands() {
    return curves(
        CurveTable.NAME,
        limits.curves(),
        List.of("observable", "basis"),
        List.of("step", "q05", "q25", "median", "q75", "q95", "mean", "iqm", "trials", "live"));
  }

  private Curves curves(String name, int most, List<String> names, List<String> values) {
    Dataset<Row> table = tables.table(name);
    Column[] by = names.stream().map(functions::col).toArray(Column[]::new);
    int kinds = (int) table.select(by).distinct().count();
    if (kinds == 0) {
      return new Curves(List.of(), 0);
    }
    ReportPoints some = points.atMost(Math.max(1, most / limits.steps() / kinds));
    List<String> columns = new ArrayList<>(names);
    columns.add("place");
    columns.addAll(values);
    Map<List<String>, Map<Integer, List<Object>>> curves = new LinkedHashMap<>();
    for (Row row :
        thinned(some.of(tables.spark(), table), names)
            .orderBy(order(names))
            .selectExpr(columns.toArray(String[]::new))
            .collectAsList()) {
      List<String> curve = new ArrayList<>();
      for (int i = 0; i < names.size(); i++) {
        curve.add(row.getString(i));
      }
      curves
          .computeIfAbsent(curve, any -> new LinkedHashMap<>())
          .computeIfAbsent(row.getInt(names.size()), any -> new ArrayList<>())
          .add(ReportJson.from(row, names.size() + 1));
    }
    List<Object> all = new ArrayList<>();
    curves.forEach(
        (curve, byPoint) -> {
          Map<String, Object> map = new LinkedHashMap<>();
          for (int i = 0; i < names.size(); i++) {
            map.put(names.get(i), curve.get(i));
          }
          map.put("points", byPoint);
          all.add(map);
        });
    return new Curves(all, some.places().size());
  }

  /** The steps to convergence, which every sweep has, come after what it declares. */
  private static Column[] order(List<String> names) {
    List<Column> order = new ArrayList<>();
    order.add(functions.col(names.get(0)).equalTo(Measure.CONVERGED));
    names.forEach(name -> order.add(functions.col(name)));
    order.add(functions.col("place"));
    order.add(functions.col("step"));
    return order.toArray(Column[]::new);
  }

  /** Keeps the first row, the last, and evenly many between. */
  private Dataset<Row> thinned(Dataset<Row> rows, List<String> names) {
    List<String> curve = new ArrayList<>(names);
    curve.add("place");
    Column[] by = curve.stream().map(functions::col).toArray(Column[]::new);
    int gaps = limits.steps() - 1;
    return rows.withColumn(
            "basin$row",
            functions.row_number().over(Window.partitionBy(by).orderBy("step")).minus(1))
        .withColumn("basin$rows", functions.count("*").over(Window.partitionBy(by)))
        .filter(
            "`basin$rows` <= "
                + limits.steps()
                // The numbers of the kept rows are those where this whole part grows.
                + " OR `basin$row` = 0 OR `basin$row` * "
                + gaps
                + " DIV (`basin$rows` - 1) > (`basin$row` - 1) * "
                + gaps
                + " DIV (`basin$rows` - 1)");
  }
}
