package org.basin.engine.imported;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.IntegralType;
import org.apache.spark.sql.types.NumericType;
import org.basin.engine.storage.EngineException;
import org.basin.spark.SparkInternals;

/**
 * A column of a table to import, read as a type.
 *
 * @param value its value; null where the cell is empty or wrong
 * @param problem what is wrong with the cell and what would be right; null if nothing is
 */
record Cell(Column value, Column problem) {

  /** A number as CSV has it. Spark alone would also take {@code 1d} for one. */
  static final String NUMBER = "^[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?$";

  private static final String WHOLE = "^[+-]?\\d+$";
  private static final String NAN = "^[+-]?nan$";
  private static final String INFINITE = "^[+-]?inf(inity)?$";

  /** The whole numbers from here on are not all doubles. */
  private static final double EXACT = 0x1p53;

  private static final Column NO_PROBLEM = lit(null).cast(DataTypes.StringType);

  /** A whole number. */
  static Cell whole(SourceTable table, String name, String must) {
    DataType type = type(table, name);
    Column cell = col(name);
    Column value;
    if (type.equals(DataTypes.StringType)) {
      value =
          when(cell.rlike(WHOLE), SparkInternals.tryCast(cell, DataTypes.LongType))
              .otherwise(
                  when(
                      cell.rlike(NUMBER),
                      exact(SparkInternals.tryCast(cell, DataTypes.DoubleType))));
    } else if (type instanceof IntegralType) {
      value = cell.cast(DataTypes.LongType);
    } else if (type instanceof NumericType) {
      value = exact(cell.cast(DataTypes.DoubleType));
    } else {
      throw wrongType(table, name, "whole numbers");
    }
    return new Cell(value, wrong(cell, value, must));
  }

  private static Column exact(Column number) {
    return when(
        number.mod(1).equalTo(0).and(abs(number).lt(EXACT)),
        SparkInternals.tryCast(number, DataTypes.LongType));
  }

  /** A number, which may be NaN or infinite. */
  static Cell real(SourceTable table, String name, String must) {
    DataType type = type(table, name);
    Column cell = col(name);
    if (type instanceof NumericType) {
      return new Cell(cell.cast(DataTypes.DoubleType), NO_PROBLEM);
    }
    if (!type.equals(DataTypes.StringType)) {
      throw wrongType(table, name, "numbers");
    }
    Column text = lower(cell);
    Column value =
        when(cell.rlike(NUMBER), SparkInternals.tryCast(cell, DataTypes.DoubleType))
            .when(text.rlike(NAN), lit(Double.NaN))
            .when(
                text.rlike(INFINITE),
                when(text.startsWith("-"), lit(Double.NEGATIVE_INFINITY))
                    .otherwise(lit(Double.POSITIVE_INFINITY)));
    return new Cell(value, when(cell.isNotNull(), wrong(cell, value, must)));
  }

  /**
   * A finite number that is a setting. Single precision becomes the double of the same shortest
   * decimal: 0.1, and not 0.10000000149.
   */
  static Cell finite(SourceTable table, String name, String must) {
    boolean single = type(table, name).equals(DataTypes.FloatType);
    Cell real = real(table, name, must);
    Column read =
        single ? col(name).cast(DataTypes.StringType).cast(DataTypes.DoubleType) : real.value;
    // The sum makes 0 of −0, which is the same setting.
    Column value = when(abs(read).lt(Double.POSITIVE_INFINITY), read.plus(0.0));
    Column cell = col(name);
    return new Cell(value, when(cell.isNotNull(), wrong(cell, value, must)));
  }

  /** A text. A whole number or a boolean is its text. */
  static Cell text(SourceTable table, String name, String must) {
    DataType type = type(table, name);
    boolean legal =
        type.equals(DataTypes.StringType)
            || type.equals(DataTypes.BooleanType)
            || type instanceof IntegralType
            || (type instanceof DecimalType decimal && decimal.scale() == 0);
    if (!legal) {
      throw wrongType(table, name, "texts or whole numbers");
    }
    Column cell = col(name).cast(DataTypes.StringType);
    Column value = when(cell.notEqual(""), cell);
    return new Cell(value, wrong(cell, value, must));
  }

  /** A boolean, in CSV {@code true} or {@code false} in any case. */
  static Cell flag(SourceTable table, String name) {
    Column cell = col(name);
    boolean isText = type(table, name).equals(DataTypes.StringType);
    Column value = isText ? lower(cell).equalTo("true") : cell.cast(DataTypes.BooleanType);
    return new Cell(value, NO_PROBLEM);
  }

  /** This cell where it may be empty. */
  Cell optional(String name) {
    return new Cell(value, when(col(name).isNotNull(), problem));
  }

  /** This cell with {@code standard} where it is empty or wrong. */
  Cell or(Column standard) {
    return new Cell(coalesce(value, standard), problem);
  }

  /** This cell, of which {@code condition} must hold too. */
  Cell where(String name, Column condition, Column must) {
    Column cell = col(name).cast(DataTypes.StringType);
    return new Cell(
        value,
        coalesce(
            problem,
            when(
                value.isNotNull().and(not(condition)),
                concat(lit("is "), cell, lit(", must be "), must))));
  }

  static DataType type(SourceTable table, String name) {
    return table.rows().schema().apply(name).dataType();
  }

  private static Column wrong(Column cell, Column value, String must) {
    return when(cell.isNull(), lit("is empty, must be " + must))
        .when(
            value.isNull(),
            concat(lit("is \""), cell.cast(DataTypes.StringType), lit("\", must be " + must)));
  }

  static EngineException wrongType(SourceTable table, String name, String must) {
    return new EngineException(
        table.files().shown()
            + ": column "
            + table.header(name)
            + " has the type "
            + type(table, name).simpleString()
            + ", must hold "
            + must);
  }
}
