package org.basin.engine.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.basin.tables.BoundaryTable;
import org.basin.tables.ClaimTable;
import org.basin.tables.ScalingTable;

/** What the sweep says in a few numbers: claims, scaling laws and boundaries. */
final class ReportLaws {

  private final ReportTables tables;
  private final ReportLimits limits;

  ReportLaws(ReportTables tables, ReportLimits limits) {
    this.tables = tables;
    this.limits = limits;
  }

  /** A map for each claim and reading. A claim that was not verified has neither. */
  List<Object> claims() {
    List<Object> claims = new ArrayList<>();
    if (!tables.hasClaims()) {
      tables.sweep().claims().stream()
          .limit(limits.claims())
          .forEach(
              claim ->
                  claims.add(
                      ReportData.map(
                          "name", claim.name(),
                          "says", claim.says(),
                          "source", claim.source(),
                          "sql", claim.sql(),
                          "verdict", "not verified")));
      return claims;
    }
    for (Row row : tables.table(ClaimTable.NAME).limit(limits.claims()).collectAsList()) {
      Map<String, Object> claim = new LinkedHashMap<>();
      claim.put("name", row.getAs("claim"));
      for (String column :
          List.of(
              "says", "source", "reading", "verdict", "effect", "low", "high", "n", "streams",
              "sql")) {
        claim.put(column, row.getAs(column));
      }
      claims.add(claim);
    }
    return claims;
  }

  /** A map for each fit to be quoted, with its terms by name. */
  List<Object> scaling() {
    Map<List<Object>, Map<String, Object>> laws = new LinkedHashMap<>();
    for (Row row :
        tables
            .table(ScalingTable.NAME)
            .filter("headline")
            .orderBy("name")
            // A law has at most a handful of terms.
            .limit(8 * limits.laws())
            .collectAsList()) {
      List<Object> by = settings(row);
      List<Object> key = new ArrayList<>(by);
      key.add(row.getAs("name"));
      Map<String, Object> law =
          laws.computeIfAbsent(
              key,
              any ->
                  ReportData.map(
                      "name", row.getAs("name"),
                      "of", row.getAs("of"),
                      "form", row.getAs("form"),
                      "along", row.getList(row.fieldIndex("along")),
                      "by", ReportData.exact(by),
                      "method", row.getAs("method"),
                      "count", row.getAs("count"),
                      "terms", new ArrayList<Object>()));
      @SuppressWarnings("unchecked") // It was put there above.
      List<Object> terms = (List<Object>) law.get("terms");
      terms.add(
          ReportData.map(
              "term", row.getAs("term"),
              "axis", row.getAs("axis"),
              "from", ifThere(row, "axis_low"),
              "to", ifThere(row, "axis_high"),
              "value", row.getAs("value"),
              "low", row.getAs("low"),
              "high", row.getAs("high"),
              "p", row.getAs("p")));
    }
    return laws.values().stream().limit(limits.laws()).map(Object.class::cast).toList();
  }

  /** A map for each boundary. */
  List<Object> boundaries() {
    List<Object> boundaries = new ArrayList<>();
    for (Row row :
        tables.table(BoundaryTable.NAME).orderBy("name").limit(limits.laws()).collectAsList()) {
      Map<String, Object> boundary = new LinkedHashMap<>();
      boundary.put("by", ReportData.exact(settings(row)));
      for (String column :
          List.of(
              "name",
              "of",
              "along",
              "fraction",
              "value",
              "low",
              "high",
              "method",
              "count",
              "crossings")) {
        boundary.put(column, row.getAs(column));
      }
      boundaries.add(boundary);
    }
    return boundaries;
  }

  /** The values of the axes; null for those that the row is not about. */
  private List<Object> settings(Row row) {
    List<Object> values = new ArrayList<>();
    tables.axes().names().forEach(name -> values.add(row.getAs(name)));
    return values;
  }

  /** Tables that an earlier version of Basin published lack a column. */
  private static Object ifThere(Row row, String column) {
    return List.of(row.schema().fieldNames()).contains(column) ? row.getAs(column) : null;
  }
}
