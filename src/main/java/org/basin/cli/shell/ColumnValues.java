package org.basin.cli.shell;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.basin.engine.OpenSweep;

/**
 * The different values of columns, as SQL writes them. Each column is read once, when its values
 * are first asked for.
 */
final class ColumnValues {
  private record Column(OpenSweep sweep, String table, String name) {}

  private final TableDocs docs;
  private final int most;
  private final Map<Column, List<String>> known = new HashMap<>();

  /**
   * Makes an empty memory of values.
   *
   * @param most the max number of values of a column; one with more counts as one without
   */
  ColumnValues(TableDocs docs, int most) {
    this.docs = docs;
    this.most = most;
  }

  /**
   * Returns the values of an axis, of a text or of a truth value, sorted; none of other columns, of
   * which hardly any two rows have the same.
   */
  List<String> of(OpenSweep sweep, String table, String name) {
    return known.computeIfAbsent(new Column(sweep, table, name), this::read);
  }

  private List<String> read(Column column) {
    var rows = column.sweep().rows().get(column.table());
    DataType type = rows.schema().apply(column.name()).dataType();
    boolean isAxis = docs.isAxis(column.table(), column.name());
    boolean isText = type instanceof StringType && !column.name().endsWith("_id");
    if (!isText && !(type instanceof BooleanType) && !(isAxis && type instanceof NumericType)) {
      return List.of();
    }
    List<Row> values =
        rows.select(functions.col(Suggestion.quoted(column.name())))
            .distinct()
            .limit(most + 1)
            .collectAsList();
    if (values.size() > most) {
      return List.of();
    }
    return values.stream()
        .map(row -> row.get(0))
        .filter(Objects::nonNull)
        .sorted(
            Comparator.comparingDouble(
                    (Object value) -> value instanceof Number n ? n.doubleValue() : 0)
                .thenComparing(String::valueOf))
        .map(ColumnValues::literal)
        .toList();
  }

  /** Returns a value as SQL writes it. */
  static String literal(Object value) {
    if (value instanceof String text) {
      return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return Double.isFinite(number)
          ? value.toString().replace(".0E", "E").replace('E', 'e')
          : "double('" + value + "')";
    }
    return String.valueOf(value);
  }
}
