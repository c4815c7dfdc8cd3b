package org.basin.engine.work;

import java.util.Arrays;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.basin.engine.storage.ExactPath;
import org.basin.plan.Grid;
import org.basin.plan.Sweep;
import org.basin.plan.TrialSpec;
import org.basin.tables.AxisColumns;
import org.basin.tables.OutcomeTable;
import org.basin.tables.PlannedTable;

/** Reads what is planned and what is committed, and joins both. All of it runs on executors. */
public final class PlannedOutcomes {

  private static final long INDICES_PER_PARTITION = 20_000;

  /** The column of the slice that holds an outcome, which stands beside the trial's others. */
  public static final String SLICE = "slice";

  private static final String RETRY = OutcomeTable.RETRY;
  private static final String ATTEMPT = "attempt";

  private PlannedOutcomes() {}

  /**
   * Returns the trials of the plan; see {@link PlannedTable}. Those that were imported stand with
   * their outcomes.
   */
  public static Dataset<Row> planned(SparkSession spark, Sweep sweep, CommittedWork committed) {
    StructType schema = PlannedTable.schema(AxisColumns.of(sweep.plan()));
    return sweep
        .grid()
        .map(grid -> planned(spark, grid, new IndexRange(0, grid.size())))
        .orElseGet(() -> committed(spark, committed, schema).select(names(schema)));
  }

  private static Column[] names(StructType schema) {
    return Arrays.stream(schema.fieldNames()).map(functions::col).toArray(Column[]::new);
  }

  /** Returns the trials of a grid that {@code costs} speaks of. */
  public static Dataset<Row> planned(SparkSession spark, Grid grid, CostMap costs) {
    return planned(spark, grid, costs.indices());
  }

  /** Returns the trials that Basin trains, of the given indices. */
  static Dataset<Row> planned(SparkSession spark, Grid grid, IndexRange indices) {
    AxisColumns axes = AxisColumns.of(grid);
    return planned(
        spark, grid, indices, PlannedTable.schema(axes), spec -> PlannedTable.row(spec, axes));
  }

  /** Returns a row of each trial that Basin trains, of the given indices. */
  static Dataset<Row> planned(
      SparkSession spark,
      Grid grid,
      IndexRange indices,
      StructType schema,
      Function<TrialSpec, Row> row) {
    return spark.createDataFrame(
        ranges(spark, indices).flatMap(range -> TrainTask.specs(grid, range.iterator())).map(row),
        schema);
  }

  /** Splits the indices into equal ranges, one for each partition. */
  private static JavaRDD<IndexRange> ranges(SparkSession spark, IndexRange indices) {
    int parts = (int) Math.max(1, Math.min(100_000, indices.size() / INDICES_PER_PARTITION));
    return JavaSparkContext.fromSparkContext(spark.sparkContext())
        .parallelize(indices.parts(parts), parts);
  }

  /** Returns the committed outcomes, planned now or not, with the column {@code slice}. */
  public static Dataset<Row> outcomes(SparkSession spark, CommittedWork committed) {
    return committed(spark, committed, OutcomeTable.SCHEMA)
        // Work of version 1 has no such column.
        .withColumn(RETRY, functions.coalesce(functions.col(RETRY), functions.lit(0)));
  }

  private static Dataset<Row> committed(
      SparkSession spark, CommittedWork committed, StructType schema) {
    String all = committed.folder().outcomes().toString();
    DataFrameReader reader =
        ExactPath.reader(spark)
            .schema(schema.add(SLICE, DataTypes.StringType))
            .options(UnreadableFiles.CHECKED)
            .option("basePath", all);
    if (!committed.strays().isEmpty()) {
      // Some folders hold files that do not count, so the files that do are read by their paths.
      return ExactPath.parquet(reader, committed.paths());
    }
    Object[] slices = committed.readable().stream().map(Slice::name).toArray();
    return reader.parquet(all).filter(functions.col(SLICE).isin(slices));
  }

  /**
   * Returns one outcome of each trial, the one that counts: of the latest retry that trained it. If
   * two overlapping runs have committed the trial with one number, the outcome in the slice whose
   * name sorts first counts. The column {@code attempt}, if there is one, then also counts the
   * outcomes that retries replaced.
   */
  static Dataset<Row> counting(Dataset<Row> outcomes) {
    WindowSpec byAge =
        Window.partitionBy("trial_id").orderBy(functions.col(RETRY), functions.col(SLICE).desc());
    Dataset<Row> last =
        outcomes
            .withColumn("later", functions.lead(SLICE, 1).over(byAge))
            .withColumn("training", functions.dense_rank().over(byAge))
            .filter("later IS NULL");
    return (Arrays.asList(last.columns()).contains(ATTEMPT)
            ? last.withColumn(ATTEMPT, functions.expr(ATTEMPT + " + training - 1"))
            : last)
        .drop("later", "training");
  }

  /**
   * Joins the planned trials that are committed with their outcomes, each once: with the one that
   * {@linkplain #counting counts}. The column {@code slice} names its slice.
   */
  public static Dataset<Row> join(Dataset<Row> planned, Dataset<Row> outcomes) {
    // Never broadcast, however small the files are: that would collect rows on the driver.
    return planned.join(counting(outcomes).hint("merge"), "trial_id");
  }
}
