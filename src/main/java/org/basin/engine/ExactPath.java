package org.basin.engine;

import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.SparkSession;

/** Reads what stands at a path, where Spark would take brackets and stars in it for a pattern. */
final class ExactPath {

  private ExactPath() {}

  /**
   * A reader of one path. Not for several: without patterns, Spark 4.2 reads all of the paths once
   * for each one that looks like a pattern.
   */
  static DataFrameReader reader(SparkSession spark) {
    return spark.read().option("__globPaths__", "false");
  }
}
