package org.basin.testing;

import java.util.List;
import java.util.Map;
import org.apache.spark.package$;

/** The SQL that the Spark at hand knows. */
public final class SparkSyntax {

  /** What stands in a statement, and the version of Spark that came to know it. */
  private static final Map<String, Double> SINCE =
      Map.of(
          " :: ", 4.0,
          "uniform(", 4.0,
          "randstr(", 4.0,
          "current_time()", 4.1,
          " QUALIFY ", 4.2,
          "$$", 4.2);

  private static final double VERSION =
      Double.parseDouble(package$.MODULE$.SPARK_VERSION().replaceFirst("^(\\d+\\.\\d).*", "$1"));

  private SparkSyntax() {}

  /** Returns the statements that the Spark at hand knows. */
  public static List<String> known(List<String> statements) {
    return statements.stream()
        .filter(
            sql ->
                SINCE.entrySet().stream()
                    .noneMatch(word -> VERSION < word.getValue() && sql.contains(word.getKey())))
        .toList();
  }
}
