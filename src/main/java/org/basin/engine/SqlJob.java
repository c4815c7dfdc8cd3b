package org.basin.engine;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.basin.tables.ClaimTable;
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
   * Makes views of the sweep's tables, and Basin's functions known.
   *
   * @return the tables' names; {@code claims} is there once they were verified
   * @throws EngineException if the sweep has no tables
   */
  public List<String> open(SweepFolder folder) {
    SessionDefaults.set(spark);
    SqlFunctions.register(spark, settings);
    if (Lease.holder(folder, settings).isEmpty()) {
      Publication.repair(folder);
    }
    List<String> tables = new ArrayList<>(SweepTable.TABLES);
    for (String table : tables) {
      if (!folder.exists(folder.table(table))) {
        throw new EngineException(
            folder.root() + " has no table " + table + "; run or aggregate the sweep first");
      }
    }
    if (folder.exists(folder.table(ClaimTable.NAME))) {
      tables.add(ClaimTable.NAME);
    } else {
      // The session may have looked at another sweep.
      spark.catalog().dropTempView(ClaimTable.NAME);
    }
    for (String table : tables) {
      spark.read().parquet(folder.table(table).toString()).createOrReplaceTempView(table);
    }
    return List.copyOf(tables);
  }

  /**
   * The result of {@code query}, not computed yet. A wrong query throws Spark's {@code
   * AnalysisException}, which is checked but, as Scala has it, declared nowhere.
   *
   * @throws EngineException if the sweep has no tables
   */
  public Dataset<Row> query(SweepFolder folder, String query) {
    open(folder);
    return spark.sql(query);
  }
}
