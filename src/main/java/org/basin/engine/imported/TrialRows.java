package org.basin.engine.imported;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.to_json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.basin.settings.Key;
import org.basin.settings.Nearest;
import org.basin.spark.SparkInternals;
import org.basin.train.Verdict;

/**
 * The imported trials, one row each, with the columns of the plan and of the outcome except what
 * follows from observations: {@code verdict} and {@code steps} are null where the table has none.
 */
final class TrialRows {

  private static final String WHOLE = "a whole number";
  private static final List<String> VERDICTS =
      Arrays.stream(Verdict.values()).map(Verdict::text).toList();

  /** As long as Basin's own ids. */
  private static final int ID_LENGTH = 32;

  private TrialRows() {}

  /**
   * Reads and checks each row by itself.
   *
   * @param types the types of the settings, in the order of the axes
   * @return without a column {@code index} if the table has none
   */
  static Dataset<Row> of(SourceTable table, Map<String, Key.Type> types) {
    Map<String, Cell> cells = new LinkedHashMap<>();
    String id = TrialColumns.TRIAL;
    cells.put(id, Cell.text(table, id, "the trial's name"));
    if (table.has(TrialColumns.POINT)) {
      String name = TrialColumns.POINT;
      cells.put(name, Cell.text(table, name, "the point's name"));
    }
    if (table.has(TrialColumns.INDEX)) {
      cells.put(TrialColumns.INDEX, notNegative(table, TrialColumns.INDEX));
    }
    Cell seed = Cell.whole(table, TrialColumns.SEED, WHOLE);
    cells.put(TrialColumns.SEED, seed);
    for (String stream : TrialColumns.STREAMS) {
      cells.put(stream, table.has(stream) ? Cell.whole(table, stream, WHOLE) : seed);
    }
    types.forEach((axis, type) -> cells.put(axis, axis(table, axis, type)));
    cells.put(TrialColumns.VERDICT, verdict(table));
    cells.put(TrialColumns.STEPS, steps(table));
    cells.put(TrialColumns.SECONDS, seconds(table));
    cells.put(TrialColumns.ATTEMPT, attempt(table));
    cells.put(TrialColumns.HOST, host(table));
    cells.put(TrialColumns.ERROR, error(table));
    RowProblems problems = new RowProblems(table);
    cells.forEach(
        (name, cell) -> {
          if (table.has(name)) {
            problems.add(name, cell);
          }
        });
    problems.throwIfAny();
    List<Column> columns = new ArrayList<>();
    cells.forEach((name, cell) -> columns.add(cell.value().as(name)));
    Dataset<Row> rows = table.rows().select(columns.toArray(Column[]::new));
    return table.has(TrialColumns.POINT)
        ? rows
        : rows.withColumn(TrialColumns.POINT, pointId(new ArrayList<>(types.keySet())));
  }

  /** The hash of a trial's settings, whatever the order of their columns. */
  private static Column pointId(List<String> axes) {
    Column[] sorted = axes.stream().sorted().map(functions::col).toArray(Column[]::new);
    Column text = sorted.length == 0 ? lit("{}") : to_json(struct(sorted));
    return substring(sha2(text.cast(DataTypes.BinaryType), 256), 1, ID_LENGTH);
  }

  private static Cell axis(SourceTable table, String name, Key.Type type) {
    return switch (type) {
      case INTEGER -> Cell.whole(table, name, WHOLE + " or empty").optional(name);
      case REAL -> Cell.finite(table, name, "a finite number or empty");
      case BOOLEAN -> Cell.flag(table, name);
      default -> Cell.text(table, name, "a text").optional(name);
    };
  }

  private static Cell notNegative(SourceTable table, String name) {
    Cell cell = Cell.whole(table, name, WHOLE + " of at least 0");
    return cell.where(name, cell.value().geq(0), lit("at least 0"));
  }

  private static Cell verdict(SourceTable table) {
    String name = TrialColumns.VERDICT;
    if (!table.has(name)) {
      return absent();
    }
    Cell cell = Cell.text(table, name, "a verdict").optional(name);
    var hint =
        functions.udf(
            (String found) -> Nearest.hint(found == null ? "" : found, VERDICTS),
            DataTypes.StringType);
    return cell.where(
        name,
        cell.value().isin(VERDICTS.toArray()),
        concat(lit("a verdict or empty; "), hint.apply(cell.value())));
  }

  private static Cell steps(SourceTable table) {
    String name = TrialColumns.STEPS;
    if (!table.has(name)) {
      return new Cell(lit(null).cast(DataTypes.LongType), lit(null));
    }
    return notNegative(table, name).optional(name);
  }

  /** Unknown is NaN. */
  private static Cell seconds(SourceTable table) {
    String name = TrialColumns.SECONDS;
    Column unknown = lit(Double.NaN);
    return table.has(name)
        ? Cell.real(table, name, "a number of seconds or empty").or(unknown)
        : new Cell(unknown, lit(null));
  }

  private static Cell attempt(SourceTable table) {
    String name = TrialColumns.ATTEMPT;
    Column first = lit(0);
    if (!table.has(name)) {
      return new Cell(first, lit(null));
    }
    Cell cell = notNegative(table, name).optional(name);
    return new Cell(
        coalesce(SparkInternals.tryCast(cell.value(), DataTypes.IntegerType), first),
        cell.problem());
  }

  private static Cell host(SourceTable table) {
    String name = TrialColumns.HOST;
    Column unknown = lit("imported");
    return table.has(name)
        ? Cell.text(table, name, "a machine's name").optional(name).or(unknown)
        : new Cell(unknown, lit(null));
  }

  private static Cell error(SourceTable table) {
    String name = TrialColumns.ERROR;
    return table.has(name) ? Cell.text(table, name, "a text").optional(name) : absent();
  }

  private static Cell absent() {
    return new Cell(lit(null).cast(DataTypes.StringType), lit(null));
  }
}
