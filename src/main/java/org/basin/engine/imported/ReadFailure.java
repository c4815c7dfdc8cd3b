package org.basin.engine.imported;

import java.util.List;
import org.apache.spark.SparkThrowable;
import org.basin.spark.SparkInternals;

/** Tells whether files that Spark cannot read made it fail. */
final class ReadFailure {

  /** The beginnings of Spark's error conditions of files that are not what their names say. */
  private static final List<String> CONDITIONS =
      List.of("FAILED_READ_FILE", "CANNOT_READ_FILE", "UNABLE_TO_INFER_SCHEMA", "PARQUET_");

  /** The beginning of what Spark 3.5 says of such a file without a condition. */
  private static final String HEADER = "CSV header does not conform to the schema";

  private ReadFailure() {}

  /** Whether the contents of a file are at fault, and not Basin or the machine. */
  static boolean isOfFiles(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SparkThrowable known && SparkInternals.condition(known) != null) {
        if (CONDITIONS.stream().anyMatch(SparkInternals.condition(known)::startsWith)) {
          return true;
        }
      }
      if (t instanceof IllegalArgumentException
          && String.valueOf(t.getMessage()).startsWith(HEADER)) {
        return true;
      }
    }
    return false;
  }
}
