package org.basin.cli.text;

import java.util.Optional;
import org.apache.spark.SparkThrowable;
import org.basin.engine.query.QueryErrors;
import org.basin.engine.query.QueryException;
import org.basin.engine.query.functions.ArgumentException;
import org.basin.spark.SparkInternals;

/** Turns Spark's error about a wrong query into one line. */
public final class SparkErrors {
  private SparkErrors() {}

  /** Returns the line for {@code failure} if a query is at fault; empty otherwise. */
  public static Optional<String> line(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof QueryException || t instanceof ArgumentException) {
        return Optional.of(t.getMessage());
      }
      if (t instanceof SparkThrowable known
          && SparkInternals.condition(known) != null
          && !isInternal(known)) {
        return Optional.of(line(t.getMessage()));
      }
    }
    return Optional.empty();
  }

  private static boolean isInternal(SparkThrowable failure) {
    return SparkInternals.condition(failure).startsWith("INTERNAL_ERROR")
        // This error wraps the failure of a task, whose cause says more.
        || SparkInternals.condition(failure).startsWith("_LEGACY")
        || SparkInternals.condition(failure).startsWith("FAILED_");
  }

  /**
   * Returns the first line of {@code message} without its error class, its SQLSTATE and the plan
   * that follows.
   */
  public static String line(String message) {
    return QueryErrors.line(FirstLine.of(message));
  }
}
