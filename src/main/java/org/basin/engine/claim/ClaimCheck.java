package org.basin.engine.claim;

import java.util.List;
import org.basin.engine.query.QueryAnalyser;
import org.basin.engine.query.QueryException;
import org.basin.plan.Claim;

/** Checks whether the queries of claims are allowed and correct, before anything is trained. */
public final class ClaimCheck {

  private ClaimCheck() {}

  /**
   * Checks every claim's query.
   *
   * @param queries analyses queries over tables with the columns that the sweep's will have
   * @throws ClaimException for the first query that is wrong or not allowed
   */
  public static void check(List<Claim> claims, QueryAnalyser queries) {
    for (Claim claim : claims) {
      try {
        ClaimQuery.check(claim, queries.schema(claim.sql(), true));
      } catch (QueryException e) {
        throw new ClaimException(claim, e.getMessage());
      }
    }
  }
}
