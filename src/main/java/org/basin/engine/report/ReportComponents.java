package org.basin.engine.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;
import org.basin.tables.ObservationTable;
import org.basin.tables.TrialTable;

/**
 * Observables that have a value a component, such as a neuron: of a few trials, a curve for each
 * component.
 */
final class ReportComponents {

  private final ReportTables tables;
  private final ReportPoints points;
  private final ReportLimits limits;

  ReportComponents(ReportTables tables, ReportPoints points, ReportLimits limits) {
    this.tables = tables;
    this.points = points.atMost(limits.componentTrials());
    this.limits = limits;
  }

  /**
   * A map for each observable and trial: {@code observable}, {@code place} of the point, {@code
   * seed}, {@code steps}, {@code curves} (a list of values for each component, in the order of the
   * steps) and {@code all}, the number of components.
   */
  List<Object> rows() {
    Map<String, Row> trials = new LinkedHashMap<>();
    for (Row row : firstTrials().collectAsList()) {
      trials.put(row.getString(0), row);
    }
    if (trials.isEmpty()) {
      return List.of();
    }
    Dataset<Row> observed =
        tables
            .table(ObservationTable.NAME)
            .filter(functions.col("trial_id").isin(trials.keySet().toArray()))
            .filter("component IS NOT NULL");
    List<Row> kinds =
        new ArrayList<>(
            observed
                .groupBy("observable", "trial_id")
                .agg(functions.countDistinct("component"))
                .collectAsList());
    if (kinds.isEmpty()) {
      return List.of();
    }
    // In the order of the points, which the page offers, and not of ids.
    kinds.sort(
        Comparator.<Row, String>comparing(kind -> kind.getString(0))
            .thenComparing(kind -> trials.get(kind.getString(1)).getInt(1)));
    int each = Math.max(1, limits.components() / kinds.size() / limits.steps());
    Map<List<String>, Map<Long, Map<Integer, Double>>> values = new TreeMap<>(byTexts());
    for (Row row : thinned(observed.filter("component < " + each)).collectAsList()) {
      values
          .computeIfAbsent(List.of(row.getString(0), row.getString(1)), any -> new TreeMap<>())
          .computeIfAbsent(row.getLong(3), any -> new TreeMap<>())
          .put(row.getInt(2), row.getDouble(4));
    }
    List<Object> all = new ArrayList<>();
    for (Row kind : kinds) {
      Map<Long, Map<Integer, Double>> byStep =
          values.get(List.of(kind.getString(0), kind.getString(1)));
      Row trial = trials.get(kind.getString(1));
      all.add(
          ReportData.map(
              "observable", kind.getString(0),
              "place", trial.getInt(1),
              "seed", trial.getLong(2),
              "steps", List.copyOf(byStep.keySet()),
              "curves", curves(byStep),
              "all", kind.getLong(2)));
    }
    return all;
  }

  private static Comparator<List<String>> byTexts() {
    return Comparator.<List<String>, String>comparing(names -> names.get(0))
        .thenComparing(names -> names.get(1));
  }

  private static List<Object> curves(Map<Long, Map<Integer, Double>> byStep) {
    TreeSet<Integer> components = new TreeSet<>();
    byStep.values().forEach(step -> components.addAll(step.keySet()));
    List<Object> curves = new ArrayList<>();
    for (int component : components) {
      List<Object> curve = new ArrayList<>();
      byStep.values().forEach(step -> curve.add(step.get(component)));
      curves.add(curve);
    }
    return curves;
  }

  /** The trial of the lowest index of each point. */
  private Dataset<Row> firstTrials() {
    Column turn = functions.row_number().over(Window.partitionBy("place").orderBy("index"));
    return points
        .of(
            tables.spark(),
            tables.table(TrialTable.NAME).select("point_id", "trial_id", "seed", "index"))
        .withColumn("basin$turn", turn)
        .filter("`basin$turn` = 1")
        .orderBy("place")
        .select("trial_id", "place", "seed");
  }

  /** Evenly many steps of each trial and observable, with the first and the last. */
  private Dataset<Row> thinned(Dataset<Row> observed) {
    Column[] by = {functions.col("observable"), functions.col("trial_id")};
    Column place = functions.dense_rank().over(Window.partitionBy(by).orderBy("step")).minus(1);
    int gaps = limits.steps() - 1;
    return observed
        .withColumn("basin$step", place)
        .withColumn("basin$last", functions.max("basin$step").over(Window.partitionBy(by)))
        .filter(
            "`basin$last` <= "
                + gaps
                + " OR `basin$step` = 0 OR `basin$step` * "
                + gaps
                + " DIV `basin$last` > (`basin$step` - 1) * "
                + gaps
                + " DIV `basin$last`")
        .select("observable", "trial_id", "component", "step", "value");
  }
}
