package org.basin.engine;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.basin.train.Verdict;

/**
 * What is known of finished trials after one pass over them. Its size does not grow with their
 * number.
 *
 * @param verdicts how they ended
 * @param trained how many of them the run asked about has trained
 * @param scalars the scalar observables that any of them recorded, sorted
 */
record OutcomeOverview(Map<Verdict, Long> verdicts, long trained, List<String> scalars) {

  /**
   * Of trials as {@link PlannedOutcomes#join} gives them.
   *
   * @param runId the run whose trials are counted apart
   */
  static OutcomeOverview of(Dataset<Row> finished, String runId) {
    EnumMap<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    TreeSet<String> scalars = new TreeSet<>();
    long trained = 0;
    // A row for each verdict and each list of observables: trials of the same probes have the same.
    for (Row row :
        finished
            .selectExpr(
                "verdict",
                "slice",
                "filter(series, s -> s.component IS NULL).observable AS observables")
            .groupBy("verdict", "observables")
            .agg(
                functions.count("*"),
                functions.count_if(functions.col("slice").startsWith(runId + "-")))
            .collectAsList()) {
      Verdict verdict = Verdict.valueOf(row.getString(0).toUpperCase(Locale.ROOT));
      scalars.addAll(row.getList(1));
      verdicts.merge(verdict, row.getLong(2), Long::sum);
      trained += row.getLong(3);
    }
    return new OutcomeOverview(verdicts, trained, List.copyOf(scalars));
  }

  /** How many trials there are. */
  long finished() {
    return verdicts.values().stream().mapToLong(Long::longValue).sum();
  }
}
