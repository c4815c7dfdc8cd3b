package org.basin.engine.work;

import java.util.Optional;
import org.apache.parquet.example.data.Group;
import org.apache.spark.sql.Row;
import org.basin.tables.OutcomeTable;
import org.basin.train.Limits;
import org.basin.train.Verdict;

/**
 * How a committed trial ended, and under which limits.
 *
 * @param limits its limits; empty if they were not recorded
 */
record EndedTrial(Verdict verdict, long steps, double seconds, Optional<Limits> limits) {

  /** Reads a row with the columns {@link OutcomeTable} has. */
  static EndedTrial of(Row row) {
    Long steps = row.getAs(OutcomeTable.MAX_STEPS);
    Double seconds = row.getAs(OutcomeTable.MAX_SECONDS);
    return of(
        row.getAs("verdict"),
        row.<Long>getAs("steps"),
        row.<Double>getAs("seconds"),
        steps,
        seconds);
  }

  /** Reads the same without Spark. */
  static EndedTrial of(Group row) {
    Long steps = has(row, OutcomeTable.MAX_STEPS) ? row.getLong(OutcomeTable.MAX_STEPS, 0) : null;
    Double seconds =
        has(row, OutcomeTable.MAX_SECONDS) ? row.getDouble(OutcomeTable.MAX_SECONDS, 0) : null;
    return of(
        row.getString("verdict", 0),
        row.getLong("steps", 0),
        row.getDouble("seconds", 0),
        steps,
        seconds);
  }

  /** Whether a row has a value in a column that may be missing. */
  static boolean has(Group row, String column) {
    return row.getType().containsField(column) && row.getFieldRepetitionCount(column) > 0;
  }

  private static EndedTrial of(
      String verdict, long steps, double seconds, Long maxSteps, Double maxSeconds) {
    Optional<Limits> limits =
        Optional.ofNullable(maxSteps)
            .map(
                most ->
                    new Limits(most, maxSeconds == null ? Double.POSITIVE_INFINITY : maxSeconds));
    return new EndedTrial(Verdict.of(verdict), steps, seconds, limits);
  }

  /**
   * Whether the trial would end in the same way under other limits.
   *
   * @param isBudgetShared see {@link Limits#isBudgetShared}
   */
  boolean endsUnder(Limits now, boolean isBudgetShared) {
    return limits
        .filter(then -> now.keep(then, verdict, steps, seconds, isBudgetShared))
        .isPresent();
  }
}
