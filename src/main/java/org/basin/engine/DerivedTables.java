package org.basin.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.basin.engine.lease.Lease;
import org.basin.engine.publish.Manifest;
import org.basin.engine.publish.Publication;
import org.basin.engine.publish.PublishedTables;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.EngineSettings;
import org.basin.engine.storage.SessionDefaults;
import org.basin.engine.storage.SweepFolder;
import org.basin.engine.work.CommittedWork;
import org.basin.engine.work.PlannedOutcomes;
import org.basin.engine.work.RowSorter;
import org.basin.plan.HittingTime;
import org.basin.plan.Sweep;
import org.basin.plan.analysis.Analyses;
import org.basin.plan.analysis.Boundary;
import org.basin.tables.AxisColumns;
import org.basin.tables.BoundaryTable;
import org.basin.tables.ClaimTable;
import org.basin.tables.ComparisonTable;
import org.basin.tables.CurveTable;
import org.basin.tables.HittingTimeTable;
import org.basin.tables.MeasuredTrials;
import org.basin.tables.ObservationTable;
import org.basin.tables.PhaseTable;
import org.basin.tables.PointTable;
import org.basin.tables.RateTable;
import org.basin.tables.ScalingTable;
import org.basin.tables.SelectionTable;
import org.basin.tables.SurvivalTable;
import org.basin.tables.SweepTable;
import org.basin.tables.TrialTable;

/**
 * Derives the published tables from the plan and the committed work. It trains nothing. Plan and
 * work are joined once, every table is made from the join, and the join is kept until {@link
 * #close}.
 */
final class DerivedTables implements AutoCloseable {

  /** The min number of bytes of compressed work that is worth a file of its own. */
  private static final long LEAST_BYTES = 8L << 20;

  private final SparkSession spark;
  private final EngineSettings settings;
  private final Sweep sweep;
  private final CommittedWork committed;
  private final String runId;
  private final AxisColumns axes;
  private final int files;
  private final Dataset<Row> finished;
  private final Dataset<Row> measured;
  private final OutcomeOverview overview;

  /**
   * Joins the plan with the committed work.
   *
   * @param runId the run or aggregation that publishes the tables
   * @throws EngineException if nothing is committed
   */
  DerivedTables(
      SparkSession session,
      EngineSettings settings,
      Sweep sweep,
      CommittedWork committed,
      String runId) {
    if (committed.isEmpty()) {
      throw new EngineException(
          sweep.isImported()
              ? "the imported trials of " + sweep.name() + " are missing; import them again"
              : "no trial of " + sweep.name() + " is finished; run it first");
    }
    SweepFolder folder = committed.folder();
    long bytes = folder.bytes(folder.outcomes());
    this.spark = SessionDefaults.forBytes(session, bytes, sweep.plan().size());
    this.settings = settings;
    this.sweep = sweep;
    this.committed = committed;
    this.runId = runId;
    this.axes = AxisColumns.of(sweep.plan());
    this.files = files(bytes);
    this.finished =
        RowSorter.byIndex(
                PlannedOutcomes.join(
                    PlannedOutcomes.planned(spark, sweep, committed),
                    PlannedOutcomes.outcomes(spark, committed)),
                sweep.plan().size(),
                files)
            // The recorded data need not fit in memory, and it is read once for each table.
            .persist(StorageLevel.DISK_ONLY());
    this.measured =
        MeasuredTrials.of(
                finished, axes, sweep.hittingTimes(), sweep.analyses(), settings.confidenceLevel())
            .persist(StorageLevel.DISK_ONLY());
    try {
      this.overview = OutcomeOverview.of(finished, runId);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * The number of files, for files of the size in the settings; more and smaller files if cores
   * would be idle otherwise.
   */
  private int files(long bytes) {
    long cores = spark.sparkContext().defaultParallelism();
    long forCores = Math.min(cores, bytes / LEAST_BYTES);
    return (int) Math.max(1, Math.max(forCores, bytes / settings.fileBytes()));
  }

  /** The counts over the finished trials. */
  OutcomeOverview overview() {
    return overview;
  }

  /**
   * Publishes every table anew. The current claims are kept if all tables are made from the same
   * plan and work. The caller must hold the {@code lease}.
   *
   * @throws FewerTrialsException if the tables would hold fewer trials, and the request does not
   *     allow that
   */
  void publish(JobRequest request, Lease lease) {
    SweepFolder folder = committed.folder();
    Manifest.Origin origin = Replacement.origin(sweep, committed);
    Replacement replacement = new Replacement(folder, sweep, request);
    replacement.check(overview::finished, committed.problems());
    if (!replacement.isOf(origin)) {
      replacement.tell(spark, finished);
    }
    Publication publication = new Publication(folder, settings, runId, lease, request.say());
    Optional<PublishedTables> claims = replacement.claims(spark, origin);
    if (claims.isPresent()) {
      publication.publish(tables(request.say()), origin, claims.get(), List.of(ClaimTable.NAME));
    } else {
      publication.publish(tables(request.say()), origin);
      if (replacement.hasClaims()) {
        request
            .say()
            .accept("the claims belonged to other tables and were deleted; verify them again");
      }
    }
  }

  Map<String, Dataset<Row>> tables(Consumer<String> say) {
    Analyses analyses = sweep.analyses();
    List<String> names = sweep.hittingTimes().stream().map(HittingTime::name).toList();
    Dataset<Row> points =
        PointTable.of(
            measured, axes, overview.scalars(), names, analyses, settings.confidenceLevel());

    // The largest first, because the tables are written at the same time.
    Map<String, Dataset<Row>> tables = new LinkedHashMap<>();
    tables.put(ObservationTable.NAME, ObservationTable.of(finished));
    tables.put(
        PointTable.NAME,
        RowSorter.byIndex(points, sweep.plan().size(), files, "subject", "statistic"));
    tables.put(
        CurveTable.NAME,
        ifAny(
            analyses.curves(),
            CurveTable.schema(axes),
            () ->
                RowSorter.byIndex(
                    CurveTable.of(finished, sweep, axes, overview.longest()),
                    sweep.plan().size(),
                    files,
                    "observable",
                    "basis",
                    "step")));
    tables.put(
        ComparisonTable.NAME,
        RowSorter.sorted(
            new PairwiseComparisons(sweep, axes, overview)
                .table(spark, measured, settings.confidenceLevel(), say),
            "along",
            "index_a",
            "index_b",
            "subject",
            "statistic"));
    tables.put(
        SurvivalTable.NAME,
        RowSorter.byIndex(
            SurvivalTable.of(measured, axes, names, settings.confidenceLevel()),
            sweep.plan().size(),
            files,
            "name",
            "step"));
    tables.put(TrialTable.NAME, TrialTable.of(finished, axes, overview.scalars()));
    tables.put(
        HittingTimeTable.NAME,
        ifAny(names, HittingTimeTable.SCHEMA, () -> HittingTimeTable.of(measured)));
    tables.put(
        RateTable.NAME, ifAny(analyses.rates(), RateTable.SCHEMA, () -> RateTable.of(measured)));
    tables.put(
        PhaseTable.NAME,
        ifAny(analyses.phases(), PhaseTable.SCHEMA, () -> PhaseTable.of(measured)));
    tables.put(
        SelectionTable.NAME,
        ifAny(
            sweep.selections(),
            SelectionTable.schema(axes, overview.scalars()),
            () -> RowSorter.sorted(selections(points), order("selection"))));
    tables.put(
        ScalingTable.NAME,
        ifAny(
            analyses.scaling(),
            ScalingTable.schema(axes),
            () -> RowSorter.sorted(scaling(), order("name", "method", "term", "axis"))));
    tables.put(
        BoundaryTable.NAME,
        ifAny(
            analyses.boundaries(),
            BoundaryTable.schema(axes),
            () -> RowSorter.sorted(boundaries(), order("name"))));
    tables.put(
        SweepTable.NAME,
        RunRecord.table(spark, committed.folder())
            .coalesce(1)
            .sortWithinPartitions("start", "run_id"));
    return tables;
  }

  /** Makes a table; without a query if nothing is declared that it would tell of. */
  private Dataset<Row> ifAny(List<?> declared, StructType schema, Supplier<Dataset<Row>> table) {
    return declared.isEmpty() ? spark.createDataFrame(List.of(), schema) : table.get();
  }

  private Dataset<Row> selections(Dataset<Row> points) {
    return SelectionTable.of(spark, points, axes, overview.scalars(), sweep.selections());
  }

  private Dataset<Row> scaling() {
    Analyses analyses = sweep.analyses();
    double level = settings.confidenceLevel();
    return ScalingTable.of(measured, axes, analyses.scaling(), analyses.resamples(), level);
  }

  private Dataset<Row> boundaries() {
    List<Boundary> declared = sweep.analyses().boundaries();
    return BoundaryTable.of(measured, axes, declared, settings.confidenceLevel());
  }

  /** Sorts by {@code first}, then by axis, then by {@code last}. */
  private String[] order(String first, String... last) {
    return Stream.of(Stream.of(first), axes.names().stream(), Stream.of(last))
        .flatMap(columns -> columns)
        .toArray(String[]::new);
  }

  /**
   * Returns the summary of the published tables.
   *
   * @param planned the number of trials in the plan
   * @param before how many of these were committed before
   * @param trained how many of these were trained now
   */
  RunSummary summary(
      long planned, long before, long trained, List<String> failures, long startNanos) {
    SweepFolder folder = committed.folder();
    PublishedTables published = PublishedTables.find(folder).orElseThrow();
    Summaries summaries = new Summaries(spark, published, axes);
    LawSummaries laws = new LawSummaries(spark, published, axes, settings.summaryBendP());
    int limit = settings.summaryPoints();
    List<PointSummary> points = summaries.points(limit);
    return new RunSummary(
        sweep.name(),
        folder.root().toString(),
        planned,
        before,
        trained,
        overview.verdicts(),
        points,
        points.size() < limit ? points.size() : summaries.pointCount(),
        laws.laws(sweep.analyses(), limit),
        (System.nanoTime() - startNanos) / 1e9,
        failures);
  }

  @Override
  public void close() {
    measured.unpersist();
    finished.unpersist();
  }
}
