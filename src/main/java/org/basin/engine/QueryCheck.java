package org.basin.engine;

import org.basin.engine.claim.ClaimCheck;
import org.basin.engine.figure.FigureCheck;
import org.basin.engine.query.QueryAnalyser;
import org.basin.engine.query.QueryLimits;
import org.basin.engine.storage.EngineSettings;
import org.basin.plan.Sweep;
import org.basin.tables.AxisColumns;
import org.basin.tables.TableSchemas;

/**
 * Checks whether the queries of a sweep's claims and figures are allowed and correct, before
 * anything is trained. It uses empty tables with the columns that the sweep's tables will have, and
 * needs no session. Spark's parser and analyser take a while to load, so that both share one, and a
 * sweep without queries loads none.
 */
public final class QueryCheck {

  private QueryCheck() {}

  /**
   * Checks the queries of claims and figures.
   *
   * @throws org.basin.engine.claim.ClaimException for the first claim that is wrong
   * @throws org.basin.engine.figure.FigureException for the first figure that is wrong
   */
  public static void check(Sweep sweep) {
    if (sweep.claims().isEmpty() && sweep.figures().isEmpty()) {
      return;
    }
    QueryAnalyser queries = analyser(sweep);
    ClaimCheck.check(sweep.claims(), queries);
    FigureCheck.check(sweep, queries);
  }

  /**
   * Checks the queries of claims only.
   *
   * @throws org.basin.engine.claim.ClaimException for the first claim that is wrong
   */
  public static void checkClaims(Sweep sweep) {
    if (!sweep.claims().isEmpty()) {
      ClaimCheck.check(sweep.claims(), analyser(sweep));
    }
  }

  private static QueryAnalyser analyser(Sweep sweep) {
    return QueryAnalyser.ofSchemas(
        TableSchemas.of(AxisColumns.of(sweep.plan()), sweep.observables()),
        EngineSettings.load().confidenceLevel(),
        QueryLimits.load());
  }
}
