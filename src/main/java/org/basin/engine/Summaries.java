package org.basin.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.basin.engine.publish.PublishedTables;
import org.basin.engine.storage.ExactPath;
import org.basin.engine.work.CommittedWork;
import org.basin.engine.work.PlannedOutcomes;
import org.basin.stats.Estimate;
import org.basin.tables.AxisColumns;
import org.basin.tables.Columns;
import org.basin.tables.OutcomeTable;
import org.basin.tables.PointTable;
import org.basin.tables.Statistic;
import org.basin.train.Verdict;

/** Reads the few numbers of a summary from the published tables. */
final class Summaries {

  /** Every point has one of {@link PointTable#VERDICTS}. */
  private static final Statistic EACH_HAS = Statistic.fraction(Verdict.CONVERGED);

  private final SparkSession spark;
  private final Path table;
  private final AxisColumns axes;

  Summaries(SparkSession spark, PublishedTables tables, AxisColumns axes) {
    this.spark = spark;
    this.table = tables.path(PointTable.NAME);
    this.axes = axes;
  }

  /** The rows of a statistic that every point has once. */
  private Dataset<Row> eachPoint() {
    return points()
        .filter(functions.col("subject").equalTo(PointTable.VERDICTS))
        .filter(functions.col("statistic").equalTo(EACH_HAS.name()));
  }

  private Dataset<Row> points() {
    // The schema is given, because inferring it would start a job.
    return ExactPath.reader(spark).schema(PointTable.schema(axes)).parquet(table.toString());
  }

  /** Counts the committed ones of the trials {@code planned} with each verdict. */
  static Map<Verdict, Long> verdicts(
      SparkSession queries, Dataset<Row> planned, CommittedWork committed) {
    if (committed.isEmpty()) {
      return Map.of();
    }
    return verdicts(
        PlannedOutcomes.outcomes(queries, committed)
            .select("trial_id", "verdict", OutcomeTable.RETRY, PlannedOutcomes.SLICE)
            .transform(outcomes -> PlannedOutcomes.join(planned.select("trial_id"), outcomes)));
  }

  /** Counts the rows with each verdict. */
  private static Map<Verdict, Long> verdicts(Dataset<Row> rows) {
    Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
    for (Row row : rows.groupBy("verdict").count().collectAsList()) {
      counts.put(Verdict.of(row.getString(0)), row.getLong(1));
    }
    return counts;
  }

  /** The number of published points. */
  long pointCount() {
    return eachPoint().count();
  }

  /** The first {@code limit} points, in the order of the grid. */
  List<PointSummary> points(int limit) {
    List<Row> first = eachPoint().select("index").orderBy("index").limit(limit).collectAsList();
    if (first.isEmpty()) {
      return List.of();
    }
    long last = first.get(first.size() - 1).getLong(0);
    List<Row> rows = new ArrayList<>(points().filter("index <= " + last).collectAsList());
    rows.sort(
        Comparator.<Row>comparingLong(row -> row.getAs("index"))
            .thenComparing(row -> row.<String>getAs("subject"))
            .thenComparing(row -> row.<String>getAs("statistic")));
    Map<String, PointSummary> points = new LinkedHashMap<>();
    for (Row row : rows) {
      String id = row.getAs("point_id");
      points
          .computeIfAbsent(id, p -> new PointSummary(p, axes(row), new ArrayList<>()))
          .entries()
          .add(entry(row));
    }
    return List.copyOf(points.values());
  }

  private Map<String, Object> axes(Row row) {
    Map<String, Object> values = new LinkedHashMap<>();
    axes.names().forEach(name -> values.put(name, row.getAs(name)));
    return values;
  }

  private static PointSummary.Entry entry(Row row) {
    return new PointSummary.Entry(
        row.getAs("subject"), new Statistic(row.getAs("statistic")), estimate(row));
  }

  /** Reads the columns that every row of a statistic has. */
  static Estimate estimate(Row row) {
    String method = row.getAs("method");
    return new Estimate(
        Columns.orNan(row, "value"),
        Columns.orNan(row, "low"),
        Columns.orNan(row, "high"),
        Columns.orNan(row, "level"),
        method == null ? "" : method,
        row.<Long>getAs("count"));
  }
}
