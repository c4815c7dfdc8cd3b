package org.basin.tables;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The table {@code claims}: one row for each claim and reading, as the last verification found
 * them.
 */
public final class ClaimTable {

  public static final String NAME = "claims";

  public static final StructType SCHEMA =
      new StructType(
          new StructField[] {
            Columns.text("claim"),
            Columns.text("says"),
            Columns.nullable("source", DataTypes.StringType),
            Columns.nullable("reading", DataTypes.StringType),
            Columns.text("verdict"),
            Columns.nullable("effect", DataTypes.DoubleType),
            Columns.nullable("low", DataTypes.DoubleType),
            Columns.nullable("high", DataTypes.DoubleType),
            Columns.nullable("n", DataTypes.LongType),
            Columns.whole("missing"),
            Columns.text("streams"),
            Columns.text("sql"),
            Columns.moment("verified"),
            Columns.text("version"),
            Columns.text("commit"),
            Columns.small("semantics_version")
          });

  private ClaimTable() {}
}
