package org.basin.engine;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.basin.engine.work.PlannedOutcomes;
import org.basin.train.Verdict;

/**
 * What one pass over the finished trials finds. Its size does not grow with the number of trials.
 *
 * @param verdicts the number of trials with each verdict
 * @param trained how many of them a given run has trained
 * @param longest the number of steps of the longest trial
 * @param scalars the scalar observables that any trial recorded, sorted
 */
record OutcomeOverview(
    Map<Verdict, Long> verdicts, long trained, long longest, List<String> scalars) {

  /**
   * Makes the overview of trials as {@link PlannedOutcomes#join} returns them.
   *
   * @param runId the run whose trials {@code trained} counts
   */
  static OutcomeOverview of(Dataset<Row> finished, String runId) {
    EnumMap<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    TreeSet<String> scalars = new TreeSet<>();
    long trained = 0;
    long longest = 0;
    // One row for each verdict and list of observables: trials with the same probes share the list.
    for (Row row :
        finished
            .selectExpr(
                "verdict",
                "steps",
                "slice",
                "filter(series, s -> s.component IS NULL).observable AS observables")
            .groupBy("verdict", "observables")
            .agg(
                functions.count("*"),
                functions.count_if(functions.col("slice").startsWith(runId + "-")),
                functions.max("steps"))
            .collectAsList()) {
      Verdict verdict = Verdict.of(row.getString(0));
      scalars.addAll(row.getList(1));
      verdicts.merge(verdict, row.getLong(2), Long::sum);
      trained += row.getLong(3);
      longest = Math.max(longest, row.getLong(4));
    }
    return new OutcomeOverview(verdicts, trained, longest, List.copyOf(scalars));
  }

  /** The number of finished trials. */
  long finished() {
    return verdicts.values().stream().mapToLong(Long::longValue).sum();
  }
}
