package org.basin.tables;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.basin.plan.HittingTime;
import org.basin.spark.SparkInternals;
import org.basin.train.Hit;
import org.basin.train.Series;

/**
 * The work table: the outcomes of finished trials. A run commits it slice by slice, and the
 * published tables are derived from it. A trial is one row, in which everything that it recorded is
 * nested, so that a trial is committed as a whole or not at all.
 */
public final class OutcomeTable {

  /**
   * The version of the rows' meaning. It goes up when that meaning changes. Basin refuses work of a
   * later version. In work of version 1, a trial has one outcome, and no row says under which
   * limits it was trained.
   */
  public static final int VERSION = 2;

  /** The number of the retry that trained a row's trial; see {@link OutcomeRows}. */
  public static final String RETRY = "retry";

  public static final String LIMITLESS_ID = "limitless_id";
  public static final String MAX_STEPS = "max_steps";
  public static final String MAX_SECONDS = "max_seconds";

  /** The columns that tell how Basin came to train a trial; null for imported trials. */
  public static final List<String> OF_TRAINING =
      List.of(RETRY, LIMITLESS_ID, MAX_STEPS, MAX_SECONDS);

  private static final StructType SERIES =
      new StructType(
          new StructField[] {
            Columns.text("observable"),
            Columns.nullable("component", DataTypes.IntegerType),
            Columns.nullable("step", new ArrayType(DataTypes.LongType, false)),
            Columns.nullable("value", new ArrayType(DataTypes.DoubleType, false))
          });

  public static final StructType SCHEMA =
      new StructType(
          new StructField[] {
            Columns.text("trial_id"),
            Columns.text("verdict"),
            Columns.whole("steps"),
            Columns.real("seconds"),
            Columns.small("attempt"),
            Columns.text("host"),
            Columns.nullable("error", DataTypes.StringType),
            Columns.nullable("series", new ArrayType(SERIES, false)),
            Columns.nullable("hits", new ArrayType(HitColumns.SCHEMA, false)),
            Columns.nullable(RETRY, DataTypes.IntegerType),
            Columns.nullable(LIMITLESS_ID, DataTypes.StringType),
            Columns.nullable(MAX_STEPS, DataTypes.LongType),
            Columns.nullable(MAX_SECONDS, DataTypes.DoubleType)
          });

  private OutcomeTable() {}

  /** Makes a table of the rows of {@link OutcomeRows}. */
  public static Dataset<Row> of(SparkSession spark, JavaRDD<InternalRow> rows) {
    // A Row for each trial would box each recorded value. Spark's data sources use this call too.
    return SparkInternals.rows(spark, rows, SCHEMA);
  }

  /** Reads the series of a row that has a column {@code series}. */
  static List<Series> series(Row row) {
    List<Series> all = new ArrayList<>();
    for (Row one : row.<Row>getList(row.fieldIndex("series"))) {
      int component = one.isNullAt(1) ? Series.SCALAR : one.getInt(1);
      all.add(
          new Series(
              one.getString(0),
              component,
              one.<Long>getList(2).stream().mapToLong(Long::longValue).toArray(),
              one.<Double>getList(3).stream().mapToDouble(Double::doubleValue).toArray()));
    }
    return all;
  }

  /**
   * Finds the hit of the watched hitting time that has the same definition as {@code time}. The two
   * names may differ.
   *
   * @return null if the row's trial did not watch it
   */
  static Hit hit(Row row, HittingTime time) {
    for (Row one : row.<Row>getList(row.fieldIndex("hits"))) {
      if (HitColumns.time(one).isSameAs(time)) {
        return HitColumns.hit(one, time);
      }
    }
    return null;
  }
}
