package org.basin.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.basin.engine.lease.Lease;
import org.basin.engine.publish.Manifest;
import org.basin.engine.publish.PublishedTables;
import org.basin.engine.query.QueryAnalyser;
import org.basin.engine.query.QueryLimits;
import org.basin.engine.report.ReportLimits;
import org.basin.engine.report.ReportPage;
import org.basin.engine.report.ReportTables;
import org.basin.engine.report.ReportTime;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.EngineSettings;
import org.basin.engine.storage.MachineException;
import org.basin.engine.storage.SessionDefaults;
import org.basin.engine.storage.SweepFolder;
import org.basin.engine.work.CommittedWork;
import org.basin.engine.work.DamagedWorkException;
import org.basin.engine.work.WorkVersion;
import org.basin.plan.Sweep;
import org.basin.tables.ClaimTable;
import org.basin.tables.CurveTable;
import org.basin.tables.PointTable;
import org.basin.tables.ScalingTable;
import org.basin.tables.SurvivalTable;
import org.basin.tables.SweepTable;

/**
 * Makes the page of a sweep's report. It shows the published tables if they are made from all that
 * is committed. Otherwise, as while a run goes on, it makes the tables for itself. It publishes
 * nothing and writes no file.
 */
public final class ReportJob {

  /** The tables that the page reads more than once. */
  private static final List<String> KEPT =
      List.of(PointTable.NAME, CurveTable.NAME, SurvivalTable.NAME, ScalingTable.NAME);

  private final SparkSession spark;
  private final EngineSettings settings;

  public ReportJob(SparkSession spark, EngineSettings settings) {
    this.spark = spark;
    this.settings = settings;
  }

  /**
   * A report.
   *
   * @param page an HTML document
   * @param source which tables it shows, in one line
   */
  public record Report(String page, String source) {}

  /**
   * Makes the report.
   *
   * @param asRecorded whether the sweep is meant as its last run recorded it, and not as a file has
   *     it that may ask for something else
   * @throws EngineException if no trial of the sweep is finished
   * @throws MachineException if the published tables cannot be read
   */
  public Report report(SweepFolder folder, Sweep sweep, boolean asRecorded) {
    SessionDefaults.set(spark);
    ImportedRecord.require(folder, sweep);
    WorkVersion.require(folder);
    CommittedWork all = CommittedWork.of(folder, sweep.plan());
    Optional<PublishedTables> standing = PublishedTables.find(folder);
    Optional<String> other = RunRecord.otherSemantics(folder);
    if (other.isPresent()
        && standing.filter(of -> of.names().containsAll(SweepTable.TABLES)).isEmpty()) {
      throw new EngineException(
          other.get() + "; report cannot draw its earlier tables, which basin sql reads");
    }
    if (all.isEmpty()
        // No planned trial is among these, but what was published is still true.
        || other.isPresent()
        || standing.filter(of -> isCurrent(of, sweep, all, asRecorded)).isPresent()) {
      return published(folder, sweep, other.stream().toList());
    }
    CommittedWork committed = all;
    while (true) {
      CommittedWork found = committed;
      try {
        return DamagedWorkException.watch(spark, found, () -> derived(sweep, found, standing));
      } catch (DamagedWorkException e) {
        committed = e.committed();
      }
    }
  }

  /** A record that another version of Basin reads may have another text. It is the same plan. */
  private static boolean isCurrent(
      PublishedTables tables, Sweep sweep, CommittedWork committed, boolean asRecorded) {
    Manifest.Origin origin = Replacement.origin(sweep, committed);
    String plan =
        tables
            .manifest()
            .filter(any -> asRecorded)
            .map(of -> of.origin().plan())
            .orElse(origin.plan());
    return tables.isCurrent(new Manifest.Origin(plan, origin.work()));
  }

  private Report published(SweepFolder folder, Sweep sweep, List<String> remarks) {
    SparkSession queries = SessionDefaults.forBytes(spark, folder.bytes(folder.outcomes()));
    SqlJob sql = new SqlJob(queries, settings);
    try {
      PublishedTables tables = sql.views(folder);
      String source =
          "published " + tables.manifest().map(ReportJob::time).orElse("by an earlier version");
      return page(
          new ReportTables(
              sweep,
              queries,
              sql.analyser(tables.names()),
              tables.names().contains(ClaimTable.NAME),
              source,
              remarks,
              settings.confidenceLevel()));
    } catch (RuntimeException e) {
      throw sql.damage(folder, e).<RuntimeException>map(damage -> damage).orElse(e);
    }
  }

  /** Makes the tables of what is committed, for the page alone. */
  private Report derived(Sweep sweep, CommittedWork committed, Optional<PublishedTables> standing) {
    String now = ReportTime.of(Instant.now());
    List<String> remarks = new ArrayList<>();
    String runner = Lease.holder(committed.folder(), settings).orElse("");
    remarks.add(
        runner.isEmpty()
            ? "These tables are not published. They are made of all that is committed; basin"
                + " aggregate publishes them."
            : "The sweep is being run by "
                + runner
                + ". This page shows what was committed so far.");
    standing
        .flatMap(PublishedTables::manifest)
        .ifPresent(
            manifest ->
                remarks.add(
                    "The tables published "
                        + time(manifest)
                        + " are of other trials or of another configuration. They are not shown."));
    remarks.addAll(committed.problems());
    try (DerivedTables derived =
        new DerivedTables(spark, settings, sweep, committed, RunIds.next(committed.folder()))) {
      Map<String, Dataset<Row>> tables = new LinkedHashMap<>(derived.tables(line -> {}));
      try {
        KEPT.forEach(name -> tables.get(name).persist(StorageLevel.DISK_ONLY()));
        SparkSession queries = tables.get(PointTable.NAME).sparkSession();
        // A query of a figure may read a table, but not do what makes this one.
        Map<String, Dataset<Row>> views = new LinkedHashMap<>();
        tables.forEach(
            (name, table) ->
                views.put(name, queries.createDataFrame(table.toJavaRDD(), table.schema())));
        views.forEach((name, view) -> view.createOrReplaceTempView(name));
        return page(
            new ReportTables(
                sweep,
                queries,
                QueryAnalyser.ofTables(
                    queries, views, Map.of(), settings.confidenceLevel(), QueryLimits.load()),
                false,
                "made " + now + " of what was committed by then",
                remarks,
                settings.confidenceLevel()));
      } finally {
        KEPT.forEach(name -> tables.get(name).unpersist());
      }
    }
  }

  private static Report page(ReportTables tables) {
    return new Report(ReportPage.of(tables, ReportLimits.load()), tables.source());
  }

  /** When a publication was made, and its id. */
  private static String time(Manifest manifest) {
    String id = manifest.publication();
    return RunIds.time(id).map(made -> ReportTime.of(made) + " (" + id + ")").orElse(id);
  }
}
