package org.basin.engine;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.basin.tables.SweepTable;

/** Queries the published tables of a sweep as views of their names. */
public final class SqlJob {

  private final SparkSession spark;
  private final EngineSettings settings;

  public SqlJob(SparkSession spark, EngineSettings settings) {
    this.spark = spark;
    this.settings = settings;
  }

  /**
   * The result of {@code query}, not computed yet. A wrong query throws Spark's {@code
   * AnalysisException}, which is checked but, as Scala has it, declared nowhere.
   *
   * @throws EngineException if the sweep has no tables
   */
  public Dataset<Row> query(SweepFolder folder, String query) {
    SessionDefaults.set(spark);
    if (Lease.holder(folder, settings).isEmpty()) {
      Publication.repair(folder);
    }
    for (String table : SweepTable.TABLES) {
      if (!folder.exists(folder.table(table))) {
        throw new EngineException(
            folder.root() + " has no table " + table + "; run or aggregate the sweep first");
      }
      spark.read().parquet(folder.table(table).toString()).createOrReplaceTempView(table);
    }
    return spark.sql(query);
  }
}
