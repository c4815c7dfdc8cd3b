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
   * The result of {@code query}, not computed yet.
   *
   * @throws EngineException if the sweep has no tables
   * @throws org.apache.spark.sql.AnalysisException if the query is wrong (declared nowhere, as
   *     Scala has no checked exceptions)
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
