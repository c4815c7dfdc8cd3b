package org.basin.engine.imported;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.not;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.IntegralType;
import org.apache.spark.sql.types.NumericType;
import org.basin.settings.Key;

/**
 * The types of settings. Parquet says them; in CSV, a column is the narrowest of integer, real and
 * boolean that takes all its cells, and text otherwise.
 */
final class AxisTypes {

  private static final String WHOLE = "^[+-]?\\d{1,18}$";
  private static final String REAL = "(?i)^[+-]?nan$|^[+-]?inf(inity)?$|" + Cell.NUMBER;

  private AxisTypes() {}

  /** Returns the type of each of {@code axes}. */
  static Map<String, Key.Type> of(SourceTable table, List<String> axes) {
    Map<String, Key.Type> types = new LinkedHashMap<>();
    List<String> texts = new ArrayList<>();
    for (String axis : axes) {
      DataType read = Cell.type(table, axis);
      Key.Type type = type(read);
      if (type == Key.Type.TEXT && !read.equals(DataTypes.StringType)) {
        throw Cell.wrongType(table, axis, "numbers, booleans or texts");
      }
      types.put(axis, type);
      if (type == Key.Type.TEXT && table.files().isCsv()) {
        texts.add(axis);
      }
    }
    if (!texts.isEmpty()) {
      types.putAll(ofTexts(table, texts));
    }
    return types;
  }

  private static Key.Type type(DataType type) {
    if (type instanceof IntegralType) {
      return Key.Type.INTEGER;
    }
    if (type instanceof NumericType) {
      return Key.Type.REAL;
    }
    return type.equals(DataTypes.BooleanType) ? Key.Type.BOOLEAN : Key.Type.TEXT;
  }

  private static Map<String, Key.Type> ofTexts(SourceTable table, List<String> axes) {
    List<Column> counts = new ArrayList<>();
    for (String axis : axes) {
      Column cell = col(axis);
      counts.add(count_if(cell.isNotNull()));
      counts.add(count_if(not(cell.rlike(WHOLE))));
      counts.add(count_if(not(cell.rlike(REAL))));
      counts.add(count_if(not(lower(cell).isin("true", "false"))));
    }
    Row row = table.rows().agg(count_if(lit(true)), counts.toArray(Column[]::new)).first();
    Map<String, Key.Type> types = new LinkedHashMap<>();
    for (int i = 0; i < axes.size(); i++) {
      int at = 1 + 4 * i;
      Key.Type type = Key.Type.TEXT;
      if (row.getLong(at) > 0) {
        type = row.getLong(at + 3) == 0 ? Key.Type.BOOLEAN : type;
        type = row.getLong(at + 2) == 0 ? Key.Type.REAL : type;
        type = row.getLong(at + 1) == 0 ? Key.Type.INTEGER : type;
      }
      types.put(axes.get(i), type);
    }
    return types;
  }
}
