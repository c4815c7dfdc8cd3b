package org.basin.engine;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.storage.SessionDefaults;
import org.basin.engine.storage.SweepFolder;
import org.basin.engine.work.CommittedWork;
import org.basin.engine.work.CostMap;
import org.basin.engine.work.PlannedOutcomes;
import org.basin.plan.Sweep;
import org.basin.train.Verdict;

/** Counts the trials of a part of a sweep after it was run. It has no tables to summarise. */
final class PartSummary {

  private PartSummary() {}

  /**
   * Returns the summary.
   *
   * @param costs the costs of the part's trials
   * @param before how many of them were finished before the run
   * @param start when the run began, by {@link System#nanoTime}
   */
  static RunSummary of(
      SparkSession spark,
      Sweep sweep,
      CostMap costs,
      CommittedWork committed,
      long before,
      List<String> failures,
      long start) {
    SweepFolder folder = committed.folder();
    SparkSession queries =
        SessionDefaults.forBytes(spark, folder.bytes(folder.outcomes()), sweep.plan().size());
    Dataset<Row> planned = PlannedOutcomes.planned(queries, sweep.grid().orElseThrow(), costs);
    Map<Verdict, Long> verdicts = Summaries.verdicts(queries, planned, committed);
    long finished = verdicts.values().stream().mapToLong(Long::longValue).sum();
    return new RunSummary(
        sweep.name(),
        folder.root().toString(),
        planned.count(),
        before,
        finished - before,
        verdicts,
        List.of(),
        0,
        List.of(),
        (System.nanoTime() - start) / 1e9,
        failures);
  }
}
