package org.basin.engine.storage;

import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * Sets those settings of the session on which Basin's files or the time of small queries depend,
 * unless the submitter has set them.
 */
public final class SessionDefaults {

  private static final Map<String, String> DEFAULTS =
      Map.of(
          // The form of times that every Parquet reader knows. Spark's default was once INT96.
          "spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS",
          // As in SQL, a cast or an index that cannot be is an error. Spark 3.5 made it null.
          "spark.sql.ansi.enabled", "true",
          // Spark 3.5 needs one for each level of nested queries, of which ninety are allowed.
          "spark.sql.analyzer.maxIterations", "200",
          // The text of each query's plan, which Spark makes even where nothing shows it.
          "spark.sql.ui.explainMode", "simple",
          // The classes that a person types into Spark's shell. Each task would ask the driver for
          // every class that generated code may mean. Where that opens an encrypted connection, as
          // on this machine alone, both ends need one lock, and wait for two minutes.
          "spark.sql.artifact.isolation.enabled", "false",
          "spark.sql.session.timeZone", "UTC");

  /**
   * Compressed bytes of Parquet. A task sorts about five times as much, which must fit its share of
   * memory.
   */
  private static final long BYTES_PER_PARTITION = 16L << 20;

  private static final long MOST_PARTITIONS = 10_000;

  /**
   * Compressed bytes of Parquet, of some thousand trials, up to which a query is a single task that
   * interprets it. To start more tasks, and to generate and compile code, would take longer.
   */
  private static final long SMALL_BYTES = 1L << 20;

  /** Bytes of a planned trial, as if it were compressed work. */
  private static final long PLANNED_BYTES = 16;

  private static final String PARTITIONS = "spark.sql.shuffle.partitions";

  private SessionDefaults() {}

  public static void set(SparkSession spark) {
    DEFAULTS.forEach((key, value) -> set(spark, key, value));
  }

  /** Calls {@link #forBytes(SparkSession, long, long)} for queries that need no plan. */
  public static SparkSession forBytes(SparkSession spark, long bytes) {
    return forBytes(spark, bytes, 0);
  }

  /**
   * Returns a session of the same Spark for queries over committed work. Its number of partitions
   * follows from the size of the work and of the plan. Because that number is known in advance,
   * adaptive planning is switched off: planning again after each stage would take longer than the
   * stages of a small sweep.
   *
   * @param work the number of bytes of the work
   * @param trials the number of planned trials that it is joined with
   */
  public static SparkSession forBytes(SparkSession spark, long work, long trials) {
    long bytes = work + PLANNED_BYTES * trials;
    SparkSession queries = spark.newSession();
    set(queries);
    boolean isSmall = bytes <= SMALL_BYTES;
    long cores = isSmall ? 1 : spark.sparkContext().defaultParallelism();
    long partitions = Math.max(cores, Math.min(MOST_PARTITIONS, bytes / BYTES_PER_PARTITION));
    set(queries, PARTITIONS, Long.toString(partitions));
    set(queries, "spark.sql.adaptive.enabled", "false");
    // This data is read back within seconds, and compressing it takes longer than writing it.
    set(queries, "spark.sql.inMemoryColumnarStorage.compressed", "false");
    if (isSmall) {
      set(queries, "spark.sql.codegen.wholeStage", "false");
      set(queries, "spark.sql.codegen.factoryMode", "NO_CODEGEN");
    }
    return queries;
  }

  /** Whether queries of a session from {@link #forBytes} are single tasks. */
  public static boolean areSingleTasks(SparkSession queries) {
    return queries.conf().get(PARTITIONS).equals("1");
  }

  private static void set(SparkSession spark, String key, String value) {
    if (!spark.conf().contains(key)) {
      spark.conf().set(key, value);
    }
  }
}
