package org.basin.testing;

import java.util.List;
import org.apache.spark.package$;

/** The SQL that the Spark at hand knows. Spark 3.5 lacks what came with Spark 4. */
public final class SparkSyntax {

  private static final boolean IS_OF_3 = package$.MODULE$.SPARK_VERSION().startsWith("3.");

  /** What stands in a statement that only Spark 4 knows. */
  private static final List<String> SINCE_4 =
      List.of(" QUALIFY ", " :: ", "uniform(", "randstr(", "current_time()", "$$");

  private SparkSyntax() {}

  /** Returns the statements that the Spark at hand knows. */
  public static List<String> known(List<String> statements) {
    return statements.stream()
        .filter(sql -> !IS_OF_3 || SINCE_4.stream().noneMatch(sql::contains))
        .toList();
  }
}
