package org.basin.tables;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.basin.plan.Axis;
import org.basin.plan.Grid;
import org.basin.plan.ImportedAxis;
import org.basin.plan.ImportedTrials;
import org.basin.plan.TrialPlan;
import org.basin.settings.Key;
import org.basin.settings.Settings;

/**
 * The columns that hold a trial's axis values: one column for each path that an axis sets, in the
 * order of the axes. The type of a column is that of the path's key: {@code bigint}, {@code
 * double}, {@code boolean} or {@code string}. A list or a component is stored as its canonical
 * text. The value is null where a trial has no such key.
 *
 * @param paths the paths, each once
 * @param types the SQL type name of each path, in the same order
 */
public record AxisColumns(List<String> paths, List<String> types) implements Serializable {

  public AxisColumns {
    paths = List.copyOf(paths);
    types = List.copyOf(types);
  }

  /** Returns the columns of the trials of {@code plan}. */
  public static AxisColumns of(TrialPlan plan) {
    return plan instanceof ImportedTrials imported ? of(imported.axes()) : of((Grid) plan);
  }

  /** Returns the columns of imported trials. */
  public static AxisColumns of(List<ImportedAxis> axes) {
    return new AxisColumns(
        axes.stream().map(ImportedAxis::path).toList(),
        axes.stream().map(axis -> type(axis.type()).sql()).toList());
  }

  private static AxisColumns of(Grid grid) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (Axis axis : grid.axes()) {
      axis.paths().forEach(path -> columns.computeIfAbsent(path, p -> type(grid.keysAt(p)).sql()));
    }
    return new AxisColumns(List.copyOf(columns.keySet()), List.copyOf(columns.values()));
  }

  /**
   * The type follows the keys, not the axis's values: where the axis sets nothing, the trial has a
   * value that the axis does not list.
   */
  private static DataType type(Set<Key> keys) {
    return keys.stream()
        .map(key -> type(key.type()))
        .reduce(AxisColumns::common)
        .orElse(DataTypes.StringType);
  }

  private static DataType type(Key.Type type) {
    return switch (type) {
      case INTEGER -> DataTypes.LongType;
      case REAL -> DataTypes.DoubleType;
      case BOOLEAN -> DataTypes.BooleanType;
      default -> DataTypes.StringType;
    };
  }

  private static DataType common(DataType a, DataType b) {
    if (a.equals(b)) {
      return a;
    }
    return a instanceof NumericType && b instanceof NumericType
        ? DataTypes.DoubleType
        : DataTypes.StringType;
  }

  /** Returns the names of the columns. */
  public List<String> names() {
    return paths.stream().map(Columns::name).toList();
  }

  List<StructField> fields() {
    return java.util.stream.IntStream.range(0, paths.size())
        .mapToObj(i -> Columns.nullable(Columns.name(paths.get(i)), DataType.fromDDL(types.get(i))))
        .toList();
  }

  /** Returns the values of a trial with {@code settings}, in the order of the columns. */
  Object[] values(Settings settings) {
    Object[] values = new Object[paths.size()];
    for (int i = 0; i < values.length; i++) {
      String path = paths.get(i);
      values[i] = column(settings.get(path), types.get(i));
    }
    return values;
  }

  private static Object column(Object value, String type) {
    if (type.equals("DOUBLE") && value instanceof Number number) {
      return number.doubleValue();
    }
    if (value == null || value instanceof String || !type.equals("STRING")) {
      return value;
    }
    String text = Settings.EMPTY.with("", value).canonical();
    return text.substring(1, text.length() - 1);
  }
}
