package org.basin.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.basin.config.Sweep;
import org.basin.tables.AxisColumns;
import org.basin.tables.HittingTimeTable;
import org.basin.tables.ObservationTable;
import org.basin.tables.PointTable;
import org.basin.tables.SweepTable;
import org.basin.tables.TrialTable;
import org.basin.train.HittingTime;

/** Derives the published tables from the plan and what is committed. Trains nothing. */
final class Tables {

  private final SparkSession spark;
  private final EngineSettings settings;

  Tables(SparkSession spark, EngineSettings settings) {
    this.spark = spark;
    this.settings = settings;
  }

  /**
   * Publishes every table anew.
   *
   * @throws EngineException if nothing is committed
   */
  void publish(Sweep sweep, SweepFolder folder, String runId) {
    if (folder.slices().isEmpty()) {
      throw new EngineException("no trial of " + sweep.name() + " is finished; run it first");
    }
    int files = (int) Math.max(1, folder.bytes(folder.outcomes()) / settings.fileBytes());
    AxisColumns axes = AxisColumns.of(sweep.grid());
    Dataset<Row> finished =
        Arrange.sorted(
                Finished.join(Finished.planned(spark, sweep), Finished.outcomes(spark, folder)),
                files,
                "index")
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      List<String> scalars = ObservationTable.scalars(finished);
      List<HittingTime> times = sweep.hittingTimes();
      Dataset<Row> trials = TrialTable.of(finished, axes, scalars);
      Dataset<Row> hitting = HittingTimeTable.of(finished, times);
      Dataset<Row> points =
          PointTable.of(
              trials,
              hitting,
              axes,
              scalars,
              times.stream().map(HittingTime::name).toList(),
              settings.confidenceLevel());

      Map<String, Dataset<Row>> tables = new LinkedHashMap<>();
      tables.put(
          SweepTable.NAME, Arrange.sorted(RunRecord.table(spark, folder), 1, "start", "run_id"));
      tables.put(TrialTable.NAME, trials);
      tables.put(ObservationTable.NAME, ObservationTable.of(finished));
      tables.put(HittingTimeTable.NAME, hitting);
      tables.put(PointTable.NAME, Arrange.sorted(points, files, "index", "subject", "statistic"));
      new Publication(folder, runId).publish(tables);
    } finally {
      finished.unpersist();
    }
  }

  /** The summary of what was just published. */
  RunSummary summary(
      Sweep sweep,
      SweepFolder folder,
      long planned,
      long before,
      long trained,
      List<String> failures,
      long startNanos) {
    Summaries summaries = new Summaries(spark, folder);
    return new RunSummary(
        sweep.name(),
        folder.root().toString(),
        planned,
        before,
        trained,
        summaries.verdicts(),
        summaries.points(AxisColumns.of(sweep.grid()), settings.summaryPoints()),
        summaries.pointCount(),
        (System.nanoTime() - startNanos) / 1e9,
        failures);
  }
}
