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

  private SessionDefaults() {}

  static void set(SparkSession spark) {
    DEFAULTS.forEach(
        (key, value) -> {
          if (!spark.conf().contains(key)) {
            spark.conf().set(key, value);
          }
        });
  }
}
