package org.basin.engine.work;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.basin.tables.OutcomeTable;
import org.basin.train.Verdict;

/**
 * Which finished trials a run trains again. The new outcomes stand beside the old ones, in later
 * slices with a higher number. Of a trial's outcomes, the one with the highest number counts, so
 * the old one counts until the new one is committed.
 *
 * @param number the number of this run among the sweep's runs that retried, from 1; 0 if it trains
 *     no trial again
 * @param verdicts the verdicts whose trials are trained again
 */
public record Retry(int number, Set<Verdict> verdicts) {

  /** Trains no trial again. */
  public static final Retry NONE = new Retry(0, Set.of());

  /** Numbers a run that trains the trials with {@code verdicts} again. */
  public static Retry of(SparkSession spark, CommittedWork committed, Set<Verdict> verdicts) {
    if (verdicts.isEmpty() || committed.isEmpty()) {
      return NONE;
    }
    return new Retry(
        1
            + PlannedOutcomes.outcomes(spark, committed)
                .agg(max(OutcomeTable.RETRY))
                .first()
                .getInt(0),
        verdicts);
  }

  boolean isNone() {
    return verdicts.isEmpty();
  }

  /** Whether an outcome is to be replaced. What this run itself has trained is not. */
  Column isReplaced() {
    return col("verdict")
        .isin(verdicts.stream().map(Verdict::text).toArray())
        .and(col(OutcomeTable.RETRY).lt(number));
  }
}
