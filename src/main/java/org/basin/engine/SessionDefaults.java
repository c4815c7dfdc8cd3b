package org.basin.engine;

import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** Settings of the session that Basin's files depend on, where the submitter has set none. */
final class SessionDefaults {

  private static final Map<String, String> DEFAULTS =
      Map.of(
          // Times as every reader of Parquet knows them; Spark's own default was once INT96.
          "spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS",
          "spark.sql.session.timeZone", "UTC");

  /** Of compressed Parquet, so that what a task sorts, about five times as much, fits its share. */
  private static final long BYTES_PER_PARTITION = 16L << 20;

  private static final long MOST_PARTITIONS = 10_000;

  private SessionDefaults() {}

  static void set(SparkSession spark) {
    DEFAULTS.forEach((key, value) -> set(spark, key, value));
  }

  /**
   * A session of the same Spark for queries over {@code bytes} of committed work, with as many
   * partitions as that asks for. They are known in advance, so the queries are not planned anew
   * after each stage, which takes longer than a small sweep's stages themselves.
   */
  static SparkSession forBytes(SparkSession spark, long bytes) {
    SparkSession queries = spark.newSession();
    set(queries);
    long cores = spark.sparkContext().defaultParallelism();
    long partitions = Math.max(cores, Math.min(MOST_PARTITIONS, bytes / BYTES_PER_PARTITION));
    set(queries, "spark.sql.shuffle.partitions", Long.toString(partitions));
    set(queries, "spark.sql.adaptive.enabled", "false");
    // What is put aside is read back within seconds: packing it takes longer than writing it.
    set(queries, "spark.sql.inMemoryColumnarStorage.compressed", "false");
    return queries;
  }

  private static void set(SparkSession spark, String key, String value) {
    if (!spark.conf().contains(key)) {
      spark.conf().set(key, value);
    }
  }
}
