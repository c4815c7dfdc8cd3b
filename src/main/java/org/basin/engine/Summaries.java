package org.basin.engine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.basin.stats.Estimate;
import org.basin.tables.AxisColumns;
import org.basin.tables.PointTable;
import org.basin.tables.TrialTable;
import org.basin.train.Verdict;

/** Reads the few numbers of a summary from the published tables. */
final class Summaries {

  private final SparkSession spark;
  private final SweepFolder folder;

  Summaries(SparkSession spark, SweepFolder folder) {
    this.spark = spark;
    this.folder = folder;
  }

  private Dataset<Row> table(String name) {
    return spark.read().parquet(folder.table(name).toString());
  }

  /** How the published trials ended. */
  Map<Verdict, Long> verdicts() {
    return verdicts(table(TrialTable.NAME));
  }

  /** How many rows there are of each verdict. */
  static Map<Verdict, Long> verdicts(Dataset<Row> rows) {
    Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
    for (Row row : rows.groupBy("verdict").count().collectAsList()) {
      counts.put(Verdict.valueOf(row.getString(0).toUpperCase(Locale.ROOT)), row.getLong(1));
    }
    return counts;
  }

  /** How many points are published. */
  long pointCount() {
    return table(PointTable.NAME).filter("statistic = 'fraction_converged'").count();
  }

  /** The first {@code limit} points, in the order of the grid. */
  List<PointSummary> points(AxisColumns axes, int limit) {
    Dataset<Row> all = table(PointTable.NAME);
    Dataset<Row> first =
        all.filter("statistic = 'fraction_converged'")
            .select("index")
            .orderBy("index")
            .limit(limit);
    List<Row> rows =
        all.join(functions.broadcast(first), "index")
            .orderBy("index", "subject", "statistic")
            .collectAsList();
    Map<String, PointSummary> points = new LinkedHashMap<>();
    for (Row row : rows) {
      String id = row.getAs("point_id");
      points
          .computeIfAbsent(id, p -> new PointSummary(p, axes(row, axes), new ArrayList<>()))
          .statistics()
          .add(statistic(row));
    }
    return List.copyOf(points.values());
  }

  private static Map<String, Object> axes(Row row, AxisColumns axes) {
    Map<String, Object> values = new LinkedHashMap<>();
    axes.names().forEach(name -> values.put(name, row.getAs(name)));
    return values;
  }

  private static PointSummary.Statistic statistic(Row row) {
    String method = row.getAs("method");
    return new PointSummary.Statistic(
        row.getAs("subject"),
        row.getAs("statistic"),
        new Estimate(
            real(row, "value"),
            real(row, "low"),
            real(row, "high"),
            real(row, "level"),
            method == null ? "" : method,
            row.<Long>getAs("count")));
  }

  private static double real(Row row, String column) {
    Double value = row.getAs(column);
    return value == null ? Double.NaN : value;
  }
}
