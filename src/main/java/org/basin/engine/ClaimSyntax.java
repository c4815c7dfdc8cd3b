package org.basin.engine;

import java.util.List;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.execution.SparkSqlParser;
import org.basin.config.Claim;

/** Whether the queries of claims can be parsed. Needs no session, so it knows no table. */
public final class ClaimSyntax {

  private ClaimSyntax() {}

  /**
   * Parses every claim's query.
   *
   * @throws ClaimException on the first that is no query
   */
  public static void check(List<Claim> claims) {
    if (claims.isEmpty()) {
      return; // The parser takes a while to load.
    }
    SparkSqlParser parser = new SparkSqlParser();
    for (Claim claim : claims) {
      try {
        if (parser.parsePlan(claim.sql()) instanceof Command) {
          throw new ClaimException(claim, "is a command, must be a query, SELECT … AS holds");
        }
      } catch (Exception e) {
        // ParseException, which Scala throws undeclared.
        throw e instanceof ClaimException known ? known : new ClaimException(claim, e);
      }
    }
  }
}
