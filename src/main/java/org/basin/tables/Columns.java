package org.basin.tables;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;

/** Names and makes the columns of the tables. */
public final class Columns {

  private Columns() {}

  /**
   * Returns the name of a column that stands beside the axes' and is not published. No axis has
   * such a name: neither a path nor a column of an imported table may hold the sign $.
   */
  public static String inner(String name) {
    return "basin$" + name;
  }

  /**
   * Returns the column name of a path or an observable: {@code .} and {@code -} become {@code _},
   * as in expressions.
   */
  public static String name(String path) {
    return path.replace('.', '_').replace('-', '_');
  }

  /**
   * Returns the name of the column that holds a scalar observable's last value: {@code
   * final_weight_norm}.
   */
  public static String last(String observable) {
    return "final_" + name(observable);
  }

  /** A value of a column; undefined is null, so that SQL's aggregates skip it. */
  public static Double orNull(double value) {
    return Double.isNaN(value) ? null : (Double) value;
  }

  /** What {@link #orNull} wrote: NaN for null. */
  public static double orNan(Row row, String column) {
    Double value = row.getAs(column);
    return value == null ? Double.NaN : value;
  }

  static StructField text(String name) {
    return new StructField(name, DataTypes.StringType, false, Metadata.empty());
  }

  static StructField whole(String name) {
    return new StructField(name, DataTypes.LongType, false, Metadata.empty());
  }

  static StructField small(String name) {
    return new StructField(name, DataTypes.IntegerType, false, Metadata.empty());
  }

  static StructField real(String name) {
    return new StructField(name, DataTypes.DoubleType, false, Metadata.empty());
  }

  static StructField flag(String name) {
    return new StructField(name, DataTypes.BooleanType, false, Metadata.empty());
  }

  static StructField moment(String name) {
    return new StructField(name, DataTypes.TimestampType, false, Metadata.empty());
  }

  static StructField texts(String name) {
    return new StructField(
        name, new ArrayType(DataTypes.StringType, false), false, Metadata.empty());
  }

  /** Returns a column that may be null. */
  static StructField nullable(String name, DataType type) {
    return new StructField(name, type, true, Metadata.empty());
  }
}
