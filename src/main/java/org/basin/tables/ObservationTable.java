package org.basin.tables;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The table {@code observations}: one row for each trial, observable, component and step. */
public final class ObservationTable {

  public static final String NAME = "observations";

  public static final StructType SCHEMA =
      new StructType(
          new StructField[] {
            Columns.text("trial_id"),
            Columns.text("point_id"),
            Columns.text("observable"),
            Columns.nullable("component", DataTypes.IntegerType),
            Columns.whole("step"),
            Columns.real("value")
          });

  private ObservationTable() {}

  /**
   * Makes the table from planned trials joined with their outcomes. The order of the trials is
   * kept.
   */
  public static Dataset<Row> of(Dataset<Row> finished) {
    return finished
        .selectExpr("trial_id", "point_id", "inline(series)")
        .selectExpr(
            "trial_id", "point_id", "observable", "component", "inline(arrays_zip(step, value))");
  }

  /**
   * Returns the names of the scalar observables that any trial recorded, sorted. There are about as
   * many as there are probes.
   */
  public static List<String> scalars(Dataset<Row> finished) {
    return finished
        .selectExpr("explode(filter(series, s -> s.component IS NULL).observable) AS observable")
        .distinct()
        .as(Encoders.STRING())
        .collectAsList()
        .stream()
        .sorted()
        .toList();
  }
}
