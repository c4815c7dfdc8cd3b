package org.basin.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.publish.PublishedTables;
import org.basin.engine.storage.ExactPath;
import org.basin.plan.analysis.Analyses;
import org.basin.tables.AxisColumns;
import org.basin.tables.BoundaryTable;
import org.basin.tables.Columns;
import org.basin.tables.ScalingTable;

/** Reads the scaling laws and boundaries of a summary from the published tables. */
final class LawSummaries {

  /** The numbers that tell a law, and the one that tells whether it is straight. */
  private static final String HEADLINES =
      "headline AND (term IN ('per_decade', 'exponent', 'curvature')"
          + " OR term = 'slope' AND form <> 'logarithmic')";

  private final SparkSession spark;
  private final PublishedTables tables;
  private final AxisColumns axes;
  private final double bendP;

  /**
   * Reads laws of published tables.
   *
   * @param bendP the p value of the test of curvature below which a law bends
   */
  LawSummaries(SparkSession spark, PublishedTables tables, AxisColumns axes, double bendP) {
    this.spark = spark;
    this.tables = tables;
    this.axes = axes;
    this.bendP = bendP;
  }

  /** The first {@code limit} numbers, those of scaling laws first. */
  List<LawSummary> laws(Analyses analyses, int limit) {
    List<LawSummary> laws = new ArrayList<>();
    if (!analyses.scaling().isEmpty()) {
      laws.addAll(scaling(limit));
    }
    if (!analyses.boundaries().isEmpty()) {
      Dataset<Row> rows = read(BoundaryTable.NAME).limit(limit);
      for (Row row : rows.collectAsList()) {
        laws.add(law(row, LawSummary.BOUNDARY, row.getAs("along"), false));
      }
    }
    return laws.subList(0, Math.min(limit, laws.size()));
  }

  private List<LawSummary> scaling(int limit) {
    List<Row> rows = read(ScalingTable.NAME).filter(HEADLINES).limit(2 * limit).collectAsList();
    Set<List<Object>> bent = new HashSet<>();
    for (Row row : rows) {
      if (row.getAs("term").equals("curvature") && Columns.orNan(row, "p") < bendP) {
        bent.add(key(row));
      }
    }
    List<LawSummary> laws = new ArrayList<>();
    for (Row row : rows) {
      if (!row.getAs("term").equals("curvature")) {
        String quantity = row.getAs("term") + " " + row.getAs("form");
        laws.add(law(row, quantity, row.getAs("axis"), bent.contains(key(row))));
      }
    }
    return laws;
  }

  private List<Object> key(Row row) {
    return List.of(row.getAs("name"), row.getAs("axis"), by(row));
  }

  private LawSummary law(Row row, String quantity, String along, boolean bends) {
    return new LawSummary(
        row.getAs("name"),
        row.getAs("of"),
        quantity,
        along,
        by(row),
        Summaries.estimate(row),
        bends);
  }

  private Map<String, Object> by(Row row) {
    Map<String, Object> by = new LinkedHashMap<>();
    for (String name : axes.names()) {
      if (row.getAs(name) != null) {
        by.put(name, row.getAs(name));
      }
    }
    return by;
  }

  /** The table is one file, which keeps the order of its rows. */
  private Dataset<Row> read(String table) {
    Path path = tables.path(table);
    return ExactPath.reader(spark)
        .schema(
            table.equals(ScalingTable.NAME)
                ? ScalingTable.schema(axes)
                : BoundaryTable.schema(axes))
        .parquet(path.toString());
  }
}
