package org.basin.engine.claim;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.types.StructType;
import org.basin.engine.query.QueryAnalyser;
import org.basin.engine.query.QueryException;
import org.basin.engine.query.QueryLimits;
import org.basin.engine.storage.EngineSettings;
import org.basin.plan.Claim;
import org.basin.plan.Sweep;
import org.basin.tables.AxisColumns;
import org.basin.tables.HittingTimeTable;
import org.basin.tables.ObservationTable;
import org.basin.tables.PointTable;
import org.basin.tables.SelectionTable;
import org.basin.tables.SweepTable;
import org.basin.tables.TrialTable;

/**
 * Checks whether the queries of a sweep's claims are allowed and correct, before anything is
 * trained. It uses empty tables with the columns that the sweep's tables will have, and needs no
 * session.
 */
public final class ClaimCheck {

  private ClaimCheck() {}

  /**
   * Checks every claim's query.
   *
   * @throws ClaimException for the first query that is wrong or not allowed
   */
  public static void check(Sweep sweep) {
    if (sweep.claims().isEmpty()) {
      return; // Spark's parser and analyser take a while to load.
    }
    QueryAnalyser queries =
        QueryAnalyser.ofSchemas(
            schemas(sweep), EngineSettings.load().confidenceLevel(), QueryLimits.load());
    for (Claim claim : sweep.claims()) {
      try {
        ClaimQuery.check(claim, queries.schema(claim.sql(), true));
      } catch (QueryException e) {
        throw new ClaimException(claim, e.getMessage());
      }
    }
  }

  private static Map<String, StructType> schemas(Sweep sweep) {
    AxisColumns axes = AxisColumns.of(sweep.grid());
    Map<String, StructType> schemas = new LinkedHashMap<>();
    schemas.put(SweepTable.NAME, SweepTable.SCHEMA);
    schemas.put(TrialTable.NAME, TrialTable.schema(axes, sweep.observables()));
    schemas.put(ObservationTable.NAME, ObservationTable.SCHEMA);
    schemas.put(HittingTimeTable.NAME, HittingTimeTable.SCHEMA);
    schemas.put(PointTable.NAME, PointTable.schema(axes));
    schemas.put(SelectionTable.NAME, SelectionTable.schema(axes, sweep.observables()));
    return schemas;
  }
}
