package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.basin.config.Sweep;
import org.basin.tables.SweepTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbIT {

  @TempDir Path output;

  @Test
  void tables_areReadByAnotherEngine() throws Exception {
    Sweep sweep = Toys.sweep("duck", 3, List.of(0.1, -2.0));
    try (SparkSession spark = Toys.session(2)) {
      Toys.run(spark, sweep, output.toString());
    }

    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      for (String table : SweepTable.TABLES) {
        assertThat(number(statement, "SELECT count(*) FROM " + files(table))).isPositive();
      }
      assertThat(number(statement, "SELECT count(*) FROM " + files("trials"))).isEqualTo(12);
      assertThat(
              number(
                  statement,
                  "SELECT count(*) FROM "
                      + files("observations")
                      + " o JOIN "
                      + files("trials")
                      + " t USING (trial_id) WHERE o.component IS NULL AND t.decay_rate = 0.1"))
          .isEqualTo(6 * 41);
    }
  }

  private String files(String table) {
    return "'" + output.resolve("duck").resolve(table) + "/*.parquet'";
  }

  private static long number(Statement statement, String query) throws Exception {
    try (ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    }
  }
}
