package org.basin.engine;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.publish.Manifest;
import org.basin.engine.publish.PublishedTables;
import org.basin.engine.storage.SweepFolder;
import org.basin.engine.work.UnreadableFiles;

/**
 * The tables of one publication of a sweep, ready to be queried. They stay those of that
 * publication, whatever is published later.
 */
public final class OpenSweep {

  private final SweepFolder folder;
  private final PublishedTables tables;
  private final Map<String, Dataset<Row>> rows = new LinkedHashMap<>();

  private OpenSweep(SweepFolder folder, PublishedTables tables) {
    this.folder = folder;
    this.tables = tables;
  }

  /** Opens every table of {@code tables}. No row is read yet. */
  static OpenSweep of(SparkSession spark, SweepFolder folder, PublishedTables tables) {
    OpenSweep sweep = new OpenSweep(folder, tables);
    for (String table : tables.names()) {
      sweep.rows.put(
          table,
          tables
              .reader(spark, table)
              .options(UnreadableFiles.CHECKED)
              .parquet(tables.path(table).toString()));
    }
    return sweep;
  }

  /** The sweep's name. */
  public String name() {
    return folder.sweep();
  }

  public SweepFolder folder() {
    return folder;
  }

  PublishedTables published() {
    return tables;
  }

  /** When the tables were published; empty if an earlier version of Basin published them. */
  public Optional<Instant> time() {
    return tables.manifest().map(Manifest::publication).flatMap(RunIds::time);
  }

  /** The names of the tables, in the order in which they are documented. */
  public List<String> tables() {
    return List.copyOf(rows.keySet());
  }

  /** The rows of each table, by name. */
  public Map<String, Dataset<Row>> rows() {
    return rows;
  }

  /** The number of rows of a table; empty if an earlier version of Basin published it. */
  public Optional<Long> count(String table) {
    return tables.manifest().map(manifest -> manifest.rows(table));
  }

  /** The folder of a table of this publication. */
  public String path(String table) {
    return tables.path(table).toString();
  }
}
