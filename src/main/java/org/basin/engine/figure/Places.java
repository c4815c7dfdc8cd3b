package org.basin.engine.figure;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** Where the columns of a result are; a result need not have all. */
final class Places {

  private final Map<String, Integer> byName = new HashMap<>();

  Places(List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      byName.put(names.get(i).toLowerCase(Locale.ROOT), i);
    }
  }

  /** Returns a value; empty if it is null or there is no such column. */
  Optional<Object> value(Row row, String column) {
    Integer place = byName.get(column);
    return place == null ? Optional.empty() : Optional.ofNullable(row.get(place));
  }

  Optional<String> text(Row row, String column) {
    return value(row, column).map(NumberOrder::text);
  }

  double number(Row row, String column) {
    return number(row, column, Double.NaN);
  }

  double number(Row row, String column, double absent) {
    return value(row, column).map(value -> ((Number) value).doubleValue()).orElse(absent);
  }
}
