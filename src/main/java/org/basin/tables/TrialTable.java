package org.basin.tables;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The table {@code trials}: one row for each finished trial. */
public final class TrialTable {

  public static final String NAME = "trials";

  private TrialTable() {}

  /**
   * Returns the columns of the table.
   *
   * @param axes the axis columns
   * @param scalars the scalar observables that any trial recorded, sorted
   */
  public static StructType schema(AxisColumns axes, List<String> scalars) {
    List<StructField> fields = new ArrayList<>(List.of(PlannedTable.schema(axes).fields()));
    fields.add(Columns.text("verdict"));
    fields.add(Columns.whole("steps"));
    scalars.forEach(x -> fields.add(Columns.nullable(Columns.last(x), DataTypes.DoubleType)));
    fields.add(Columns.real("seconds"));
    fields.add(Columns.small("attempt"));
    fields.add(Columns.text("host"));
    fields.add(Columns.nullable("error", DataTypes.StringType));
    return new StructType(fields.toArray(StructField[]::new));
  }

  /** Makes the table from planned trials joined with their outcomes. */
  public static Dataset<Row> of(Dataset<Row> finished, AxisColumns axes, List<String> scalars) {
    Column[] columns = new Column[schema(axes, scalars).length()];
    int i = 0;
    for (StructField field : PlannedTable.schema(axes).fields()) {
      columns[i++] = functions.col(field.name());
    }
    columns[i++] = functions.col("verdict");
    columns[i++] = functions.col("steps");
    for (String scalar : scalars) {
      columns[i++] = last(scalar).as(Columns.last(scalar));
    }
    for (String name : List.of("seconds", "attempt", "host", "error")) {
      columns[i++] = functions.col(name);
    }
    return finished.select(columns);
  }

  /** The last value of a scalar observable; null if the trial has none. */
  private static Column last(String scalar) {
    Column own =
        functions.filter(
            functions.col("series"),
            series ->
                series
                    .getField("component")
                    .isNull()
                    .and(series.getField("observable").equalTo(functions.lit(scalar))));
    Column values = functions.get(own.getField("value"), functions.lit(0));
    return functions.try_element_at(values, functions.lit(-1));
  }
}
