package org.basin.engine.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.basin.engine.query.QueryAnalyser;
import org.basin.engine.query.QueryException;
import org.basin.engine.query.QueryLimits;
import org.basin.plan.Claim;
import org.basin.settings.Nearest;
import org.basin.tables.Columns;

/**
 * A claim's query, analysed, with the columns from which a verdict is read.
 *
 * @param claim the claim
 * @param rows the query's result with the columns {@link #COLUMNS}; a column that the query does
 *     not have is null
 */
public record ClaimQuery(Claim claim, Dataset<Row> rows) {

  private static final String HOLDS = "holds";

  static final List<String> COLUMNS = List.of("reading", HOLDS, "effect", "low", "high", "n");

  /**
   * Analyses the query.
   *
   * @throws ClaimException if it is wrong
   */
  public static ClaimQuery of(SparkSession spark, QueryAnalyser queries, Claim claim) {
    try {
      Dataset<Row> result = queries.query(spark, claim.sql(), true);
      return new ClaimQuery(claim, typed(result, check(claim, result.schema())));
    } catch (QueryException e) {
      throw new ClaimException(claim, e.getMessage());
    }
  }

  /**
   * Returns the names of the result's columns after checking them.
   *
   * @param result the columns
   * @throws ClaimException if they are not the columns of a claim
   */
  static List<String> check(Claim claim, StructType result) {
    List<String> names = new ArrayList<>();
    for (StructField field : result.fields()) {
      String name = field.name().toLowerCase(Locale.ROOT);
      if (!COLUMNS.contains(name)) {
        throw new ClaimException(
            claim,
            "column " + field.name() + " is none of a claim's; " + Nearest.hint(name, COLUMNS));
      }
      if (names.contains(name)) {
        throw new ClaimException(claim, "has two columns " + name);
      }
      names.add(name);
      check(claim, name, field.dataType());
    }
    if (!names.contains(HOLDS)) {
      throw new ClaimException(claim, "has no column holds, must say whether the claim does");
    }
    return names;
  }

  private static Dataset<Row> typed(Dataset<Row> result, List<String> names) {
    Column[] columns =
        COLUMNS.stream()
            .map(
                name ->
                    (names.contains(name) ? result.col(name) : functions.lit(null))
                        .cast(type(name))
                        .as(name))
            .toArray(Column[]::new);
    return result.select(columns);
  }

  private static DataType type(String name) {
    return switch (name) {
      case "reading" -> DataTypes.StringType;
      case HOLDS -> DataTypes.BooleanType;
      case "n" -> DataTypes.LongType;
      default -> DataTypes.DoubleType;
    };
  }

  private static void check(Claim claim, String name, DataType type) {
    if (type instanceof NullType || name.equals("reading")) {
      return;
    }
    boolean flag = name.equals(HOLDS);
    if (flag ? !(type instanceof BooleanType) : !(type instanceof NumericType)) {
      throw new ClaimException(
          claim,
          "column "
              + name
              + " is "
              + type.simpleString()
              + ", must be "
              + (flag ? "boolean" : "a number"));
    }
  }

  /**
   * Computes the readings.
   *
   * @param incomplete whether planned trials are missing; if so, no verdict is given
   * @throws ClaimException if the query cannot be computed or yields too many rows
   */
  public ClaimResult result(boolean incomplete) {
    int most = QueryLimits.load().readings();
    List<Row> all;
    try {
      all = rows.takeAsList(most + 1);
    } catch (Exception e) {
      throw new ClaimException(claim, e);
    }
    if (all.size() > most) {
      throw new ClaimException(
          claim, "yields more than " + most + " rows, must be aggregated to a few readings");
    }
    return new ClaimResult(claim, all.stream().map(row -> reading(row, incomplete)).toList());
  }

  private static ClaimResult.Reading reading(Row row, boolean incomplete) {
    ClaimVerdict verdict = ClaimVerdict.NOT_ENOUGH_DATA;
    if (!incomplete && !row.isNullAt(1)) {
      verdict = row.getBoolean(1) ? ClaimVerdict.HOLDS : ClaimVerdict.FAILS;
    }
    return new ClaimResult.Reading(
        row.isNullAt(0) ? "" : row.getString(0),
        verdict,
        Columns.orNan(row, "effect"),
        Columns.orNan(row, "low"),
        Columns.orNan(row, "high"),
        row.isNullAt(5) ? -1 : row.getLong(5));
  }
}
