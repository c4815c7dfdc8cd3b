package org.basin.engine.claim;

import org.basin.engine.query.QueryAnalyser;
import org.basin.engine.query.QueryException;
import org.basin.engine.query.QueryLimits;
import org.basin.engine.storage.EngineSettings;
import org.basin.plan.Claim;
import org.basin.plan.Sweep;
import org.basin.tables.AxisColumns;
import org.basin.tables.TableSchemas;

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
            TableSchemas.of(AxisColumns.of(sweep.plan()), sweep.observables()),
            EngineSettings.load().confidenceLevel(),
            QueryLimits.load());
    for (Claim claim : sweep.claims()) {
      try {
        ClaimQuery.check(claim, queries.schema(claim.sql(), true));
      } catch (QueryException e) {
        throw new ClaimException(claim, e.getMessage());
      }
    }
  }
}
