package org.basin.engine.storage;

import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * Sets those settings of the session on which Basin's files depend, unless the submitter has set
 * them.
 */
public final class SessionDefaults {

  private static final Map<String, String> DEFAULTS =
      Map.of(
          // The form of times that every Parquet reader knows. Spark's default was once INT96.
          "spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS",
          "spark.sql.session.timeZone", "UTC");

  /**
   * Compressed bytes of Parquet. A task sorts about five times as much, which must fit its share of
   * memory.
   */
  private static final long BYTES_PER_PARTITION = 16L << 20;

  private static final long MOST_PARTITIONS = 10_000;

  private SessionDefaults() {}

  public static void set(SparkSession spark) {
    DEFAULTS.forEach((key, value) -> set(spark, key, value));
  }

  /**
   * Returns a session of the same Spark for queries over {@code bytes} of committed work. Its
   * number of partitions follows from {@code bytes}. Because that number is known in advance,
   * adaptive planning is switched off: planning again after each stage would take longer than the
   * stages of a small sweep.
   */
  public static SparkSession forBytes(SparkSession spark, long bytes) {
    SparkSession queries = spark.newSession();
    set(queries);
    long cores = spark.sparkContext().defaultParallelism();
    long partitions = Math.max(cores, Math.min(MOST_PARTITIONS, bytes / BYTES_PER_PARTITION));
    set(queries, "spark.sql.shuffle.partitions", Long.toString(partitions));
    set(queries, "spark.sql.adaptive.enabled", "false");
    // This data is read back within seconds, and compressing it takes longer than writing it.
    set(queries, "spark.sql.inMemoryColumnarStorage.compressed", "false");
    return queries;
  }

  private static void set(SparkSession spark, String key, String value) {
    if (!spark.conf().contains(key)) {
      spark.conf().set(key, value);
    }
  }
}
