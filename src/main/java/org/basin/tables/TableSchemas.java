package org.basin.tables;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.StructType;

/** The columns of the published tables. */
public final class TableSchemas {

  private TableSchemas() {}

  /**
   * Returns the columns of what is kept of trials beside their axes and not published: the work,
   * and what is measured of it.
   */
  public static List<StructType> kept() {
    return List.of(
        OutcomeTable.SCHEMA, MeasuredTrials.schema(new AxisColumns(List.of(), List.of())));
  }

  /**
   * Returns the columns by table, in the order of {@link SweepTable#TABLES}.
   *
   * @param axes the axis columns
   * @param scalars the scalar observables that any trial records, sorted
   */
  public static Map<String, StructType> of(AxisColumns axes, List<String> scalars) {
    Map<String, StructType> schemas = new LinkedHashMap<>();
    schemas.put(SweepTable.NAME, SweepTable.SCHEMA);
    schemas.put(TrialTable.NAME, TrialTable.schema(axes, scalars));
    schemas.put(ObservationTable.NAME, ObservationTable.SCHEMA);
    schemas.put(HittingTimeTable.NAME, HittingTimeTable.SCHEMA);
    schemas.put(RateTable.NAME, RateTable.SCHEMA);
    schemas.put(PhaseTable.NAME, PhaseTable.SCHEMA);
    schemas.put(PointTable.NAME, PointTable.schema(axes));
    schemas.put(SelectionTable.NAME, SelectionTable.schema(axes, scalars));
    schemas.put(CurveTable.NAME, CurveTable.schema(axes));
    schemas.put(ScalingTable.NAME, ScalingTable.schema(axes));
    schemas.put(BoundaryTable.NAME, BoundaryTable.schema(axes));
    schemas.put(ComparisonTable.NAME, ComparisonTable.schema(axes));
    schemas.put(SurvivalTable.NAME, SurvivalTable.schema(axes));
    return schemas;
  }
}
