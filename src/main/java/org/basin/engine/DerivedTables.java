package org.basin.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.basin.plan.HittingTime;
import org.basin.plan.Sweep;
import org.basin.tables.AxisColumns;
import org.basin.tables.ClaimTable;
import org.basin.tables.HittingTimeTable;
import org.basin.tables.ObservationTable;
import org.basin.tables.PointTable;
import org.basin.tables.SelectionTable;
import org.basin.tables.SweepTable;
import org.basin.tables.TrialTable;

/**
 * Derives the published tables from the plan and what is committed. Trains nothing. Joins both
 * once; every table is made from the join, which is kept until {@link #close}.
 */
final class DerivedTables implements AutoCloseable {

  /** Of compressed work: fewer are not worth a file of their own. */
  private static final long LEAST_BYTES = 8L << 20;

  private final SparkSession spark;
  private final EngineSettings settings;
  private final Sweep sweep;
  private final CommittedWork committed;
  private final String runId;
  private final AxisColumns axes;
  private final int files;
  private final Dataset<Row> finished;
  private final OutcomeOverview overview;

  /**
   * Joins the plan with what is committed.
   *
   * @param runId the run, or aggregation, that publishes
   * @throws EngineException if nothing is committed
   */
  DerivedTables(
      SparkSession session,
      EngineSettings settings,
      Sweep sweep,
      CommittedWork committed,
      String runId) {
    if (committed.isEmpty()) {
      throw new EngineException("no trial of " + sweep.name() + " is finished; run it first");
    }
    SweepFolder folder = committed.folder();
    long bytes = folder.bytes(folder.outcomes());
    this.spark = SessionDefaults.forBytes(session, bytes);
    this.settings = settings;
    this.sweep = sweep;
    this.committed = committed;
    this.runId = runId;
    this.axes = AxisColumns.of(sweep.grid());
    this.files = files(bytes);
    this.finished =
        RowSorter.byIndex(
                PlannedOutcomes.join(
                    PlannedOutcomes.planned(spark, sweep),
                    PlannedOutcomes.outcomes(spark, committed)),
                sweep.grid().size(),
                files)
            // What a sweep recorded need not fit in memory, and is read once for each table.
            .persist(StorageLevel.DISK_ONLY());
    try {
      this.overview = OutcomeOverview.of(finished, runId);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Of the size asked for; smaller ones if cores would have nothing to do else. */
  private int files(long bytes) {
    long cores = spark.sparkContext().defaultParallelism();
    long forCores = Math.min(cores, bytes / LEAST_BYTES);
    return (int) Math.max(1, Math.max(forCores, bytes / settings.fileBytes()));
  }

  /** What the tables will hold, in numbers. */
  OutcomeOverview overview() {
    return overview;
  }

  /**
   * Publishes every table anew. Claims that stand are kept if the others are made of the same.
   *
   * @param fence throws if this process may not write any more
   * @throws FewerTrialsException if that may not be
   */
  void publish(JobRequest request, Runnable fence) {
    SweepFolder folder = committed.folder();
    Manifest.Origin origin = Replacement.origin(sweep, committed);
    Replacement replacement = new Replacement(folder, sweep, request);
    replacement.check(overview::finished, committed.problems());
    if (!replacement.isOf(origin)) {
      replacement.tell(spark, finished);
    }
    Publication publication = new Publication(folder, settings, runId, fence, request.say());
    Optional<PublishedTables> claims = replacement.claims(spark, origin);
    if (claims.isPresent()) {
      publication.publish(tables(), origin, claims.get(), List.of(ClaimTable.NAME));
    } else {
      publication.publish(tables(), origin);
      if (replacement.hasClaims()) {
        request.say().accept("the claims were of other tables and are gone; verify them again");
      }
    }
  }

  private Map<String, Dataset<Row>> tables() {
    List<HittingTime> times = sweep.hittingTimes();
    Dataset<Row> trials = TrialTable.of(finished, axes, overview.scalars());
    Dataset<Row> hitting = HittingTimeTable.of(finished, times);
    Dataset<Row> points =
        PointTable.of(
            trials,
            hitting,
            axes,
            overview.scalars(),
            times.stream().map(HittingTime::name).toList(),
            settings.confidenceLevel());

    // The longest first: they are written side by side.
    Map<String, Dataset<Row>> tables = new LinkedHashMap<>();
    tables.put(ObservationTable.NAME, ObservationTable.of(finished));
    tables.put(
        PointTable.NAME,
        RowSorter.byIndex(points, sweep.grid().size(), files, "subject", "statistic"));
    tables.put(TrialTable.NAME, trials);
    tables.put(HittingTimeTable.NAME, hitting);
    tables.put(SelectionTable.NAME, RowSorter.sorted(selections(points), order()));
    tables.put(
        SweepTable.NAME,
        RunRecord.table(spark, committed.folder())
            .coalesce(1)
            .sortWithinPartitions("start", "run_id"));
    return tables;
  }

  private Dataset<Row> selections(Dataset<Row> points) {
    return SelectionTable.of(spark, points, axes, overview.scalars(), sweep.selections());
  }

  /** By selection, then by axis. */
  private String[] order() {
    return Stream.concat(Stream.of("selection"), axes.names().stream()).toArray(String[]::new);
  }

  /**
   * The summary of what was just published.
   *
   * @param planned trials of the plan
   * @param before of these, committed before
   * @param trained of these, trained now
   */
  RunSummary summary(
      long planned, long before, long trained, List<String> failures, long startNanos) {
    SweepFolder folder = committed.folder();
    Summaries summaries = new Summaries(spark, PublishedTables.find(folder).orElseThrow(), axes);
    return new RunSummary(
        sweep.name(),
        folder.root().toString(),
        planned,
        before,
        trained,
        overview.verdicts(),
        summaries.points(settings.summaryPoints()),
        summaries.pointCount(),
        (System.nanoTime() - startNanos) / 1e9,
        failures);
  }

  @Override
  public void close() {
    finished.unpersist();
  }
}
