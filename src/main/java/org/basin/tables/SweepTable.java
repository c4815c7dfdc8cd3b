package org.basin.tables;

import java.util.List;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The table {@code sweeps}: one row for each run of the sweep, oldest first. It records where the
 * numbers of the trials come from: the configuration, the code and the machine.
 */
public final class SweepTable {

  public static final String NAME = "sweeps";

  /**
   * The version of the published tables' meaning. Every row has it. It is raised when a column or a
   * row changes its name, type or meaning, or is no longer there: a query that was right could then
   * answer something else. A column that is added does not raise it. It is null where it was not
   * recorded yet.
   */
  public static final int VERSION = 2;

  private static final StructType INPUT =
      new StructType(
          new StructField[] {
            Columns.text("name"), Columns.nullable("sha256", DataTypes.StringType)
          });

  private static final StructType COMPONENT =
      new StructType(new StructField[] {Columns.text("name"), Columns.text("identity")});

  public static final StructType SCHEMA =
      new StructType(
          new StructField[] {
            Columns.text("run_id"),
            Columns.text("sweep"),
            Columns.moment("start"),
            Columns.nullable("end", DataTypes.TimestampType),
            Columns.nullable("file", DataTypes.StringType),
            Columns.nullable("variant", DataTypes.StringType),
            Columns.nullable("overrides", new ArrayType(DataTypes.StringType, false)),
            Columns.nullable("retried", new ArrayType(DataTypes.StringType, false)),
            Columns.text("configuration"),
            Columns.text("configuration_hash"),
            Columns.nullable("inputs", new ArrayType(INPUT, false)),
            Columns.nullable("components", new ArrayType(COMPONENT, false)),
            Columns.text("version"),
            Columns.text("commit"),
            Columns.small("schema_version"),
            Columns.small("semantics_version"),
            Columns.text("spark"),
            Columns.text("master"),
            Columns.text("driver"),
            Columns.nullable("machines", new ArrayType(DataTypes.StringType, false)),
            Columns.nullable("gigaflops", DataTypes.DoubleType),
            Columns.nullable("planned", DataTypes.LongType),
            Columns.whole("committed_before"),
            Columns.nullable("trained", DataTypes.LongType),
            Columns.nullable("failures", new ArrayType(DataTypes.StringType, false)),
            Columns.nullable("part", DataTypes.StringType)
          });

  /** The names of all tables that a run publishes, in the order in which they are documented. */
  public static final List<String> TABLES =
      List.of(
          NAME,
          TrialTable.NAME,
          ObservationTable.NAME,
          HittingTimeTable.NAME,
          RateTable.NAME,
          PhaseTable.NAME,
          PointTable.NAME,
          SelectionTable.NAME,
          CurveTable.NAME,
          ScalingTable.NAME,
          BoundaryTable.NAME,
          ComparisonTable.NAME,
          SurvivalTable.NAME);

  /** Those of {@link #TABLES} that every version of Basin has published. */
  public static final List<String> FIRST_TABLES =
      List.of(
          NAME,
          TrialTable.NAME,
          ObservationTable.NAME,
          HittingTimeTable.NAME,
          PointTable.NAME,
          SelectionTable.NAME);

  private SweepTable() {}
}
