package org.basin.engine.report;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.query.QueryAnalyser;
import org.basin.plan.Sweep;
import org.basin.tables.AxisColumns;

/**
 * The tables that a report shows, which belong together.
 *
 * @param sweep the sweep
 * @param spark a session with a view of each table
 * @param queries analyses queries over these views
 * @param hasClaims whether the claims were verified over these tables
 * @param source which tables they are and when they were made, in one line
 * @param remarks what a reader must know about them, one line each; usually none
 * @param level the confidence level of intervals
 */
public record ReportTables(
    Sweep sweep,
    SparkSession spark,
    QueryAnalyser queries,
    boolean hasClaims,
    String source,
    java.util.List<String> remarks,
    double level) {

  Dataset<Row> table(String name) {
    return spark.table(name);
  }

  AxisColumns axes() {
    return AxisColumns.of(sweep.plan());
  }
}
