package org.basin.cli.shell;

import java.util.ArrayList;
import java.util.List;
import org.basin.engine.OpenSweep;

/**
 * A script that makes the tables of a sweep known to another program of Spark: {@code spark-sql},
 * or Spark's Thrift server, which serves JDBC and ODBC.
 */
public final class ViewScript {
  private ViewScript() {}

  /**
   * Returns the lines of the script. The views read the tables at their plain paths, so they show
   * each new publication.
   */
  public static List<String> of(OpenSweep sweep) {
    // Hive's catalogue allows letters, digits and underscores.
    String database = sweep.name().replaceAll("[^A-Za-z0-9]", "_");
    List<String> lines = new ArrayList<>();
    lines.add(
        "-- The tables of sweep " + sweep.name() + ", for spark-sql and Spark's Thrift server.");
    lines.add("CREATE DATABASE IF NOT EXISTS `" + database + "`;");
    for (String table : sweep.tables()) {
      lines.add(
          "CREATE OR REPLACE VIEW `"
              + database
              + "`.`"
              + table
              + "` AS SELECT * FROM parquet.`"
              + sweep.folder().table(table).toString().replace("`", "``")
              + "`;");
    }
    return lines;
  }
}
