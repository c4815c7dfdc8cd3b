package org.basin.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.publish.PublishedTables;
import org.basin.engine.publish.TableReader;
import org.basin.engine.query.QueryAnalyser;
import org.basin.engine.query.QueryException;
import org.basin.engine.query.QueryLimits;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.EngineSettings;
import org.basin.engine.storage.MachineException;
import org.basin.engine.storage.SessionDefaults;
import org.basin.engine.storage.SweepFolder;
import org.basin.engine.work.DamagedWorkException;
import org.basin.engine.work.UnreadableFiles;
import org.basin.engine.work.WorkVersion;
import org.basin.tables.ClaimTable;
import org.basin.tables.SweepTable;

/** Queries the published tables of a sweep. Each table is a view with the table's name. */
public final class SqlJob {

  private final SparkSession spark;
  private final EngineSettings settings;

  public SqlJob(SparkSession spark, EngineSettings settings) {
    this.spark = spark;
    this.settings = settings;
  }

  /**
   * Makes views of the sweep's tables.
   *
   * @return the names of the tables; {@code claims} is among them after a verification
   * @throws EngineException if the sweep has no tables
   * @throws MachineException if the tables differ from what was published
   */
  public List<String> open(SweepFolder folder) {
    return views(folder).names();
  }

  /** Makes the same views as {@link #open}. Returns the publication that they show. */
  PublishedTables views(SweepFolder folder) {
    SessionDefaults.set(spark);
    WorkVersion.require(folder);
    PublishedTables tables = new TableReader(folder, settings).whole();
    // This sweep may lack a table, while the session still shows that of another sweep.
    SweepTable.TABLES.forEach(spark.catalog()::dropTempView);
    spark.catalog().dropTempView(ClaimTable.NAME);
    OpenSweep.of(spark, folder, tables)
        .rows()
        .forEach((table, rows) -> rows.createOrReplaceTempView(table));
    return tables;
  }

  /**
   * Returns the damage of the tables if it caused {@code failure}, the failure of a query; empty if
   * the query failed for another reason.
   */
  public Optional<MachineException> damage(SweepFolder folder, Throwable failure) {
    return DamagedWorkException.isOfReading(failure)
        ? PublishedTables.find(folder)
            .flatMap(tables -> UnreadableFiles.problem(spark, folder, tables, tables.names()))
            .map(TableReader::damaged)
        : Optional.empty();
  }

  /**
   * Returns the result of {@code query}. Spark computes it only when it is read.
   *
   * @throws EngineException if the sweep has no tables
   * @throws QueryException if the query is wrong, or does anything other than query the tables
   */
  public Dataset<Row> query(SweepFolder folder, String query) {
    return analyser(open(folder)).query(spark, query, false);
  }

  /** Returns an analyser for queries over the views {@code names}. */
  QueryAnalyser analyser(List<String> names) {
    Map<String, Dataset<Row>> tables = new LinkedHashMap<>();
    names.forEach(name -> tables.put(name, spark.table(name)));
    return QueryAnalyser.ofTables(
        spark, tables, Map.of(), settings.confidenceLevel(), QueryLimits.load());
  }
}
