package org.basin.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.claim.ClaimException;
import org.basin.engine.claim.ClaimQuery;
import org.basin.engine.claim.ClaimResult;
import org.basin.engine.claim.ClaimVerdict;
import org.basin.engine.claim.Verification;
import org.basin.engine.lease.Lease;
import org.basin.engine.publish.Manifest;
import org.basin.engine.publish.Publication;
import org.basin.engine.publish.PublishedTables;
import org.basin.engine.publish.TableLayout;
import org.basin.engine.query.QueryAnalyser;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.EngineSettings;
import org.basin.engine.storage.MachineException;
import org.basin.engine.storage.SessionDefaults;
import org.basin.engine.storage.SweepFolder;
import org.basin.engine.work.CommittedWork;
import org.basin.plan.Claim;
import org.basin.plan.Grid;
import org.basin.plan.ImportedTrials;
import org.basin.plan.SeedRange;
import org.basin.plan.Semantics;
import org.basin.plan.Sweep;
import org.basin.plan.TrialPlan;
import org.basin.settings.Seeds;
import org.basin.tables.ClaimTable;
import org.basin.tables.Columns;
import org.basin.tables.SweepTable;
import org.basin.tables.TrialTable;

/**
 * Evaluates a sweep's claims over its published tables and publishes the table {@code claims}. It
 * trains nothing. If the tables do not match this sweep file or the committed work, they are made
 * anew first.
 */
public final class VerifyJob {

  private final SparkSession spark;
  private final EngineSettings settings;

  public VerifyJob(SparkSession spark, EngineSettings settings) {
    this.spark = spark;
    this.settings = settings;
  }

  /** Calls {@link #verify(Sweep, String, JobRequest)} with {@link JobRequest#NONE}. */
  public Verification verify(Sweep sweep, String output) {
    return verify(sweep, output, JobRequest.NONE);
  }

  /**
   * Evaluates the claims and publishes the result.
   *
   * @param output the folder of all sweeps, a path or a URI
   * @param request how the user asked for the job
   * @throws ClaimException if a claim's query is wrong; then nothing is published
   * @throws EngineException if nothing was run, or another process is using the folder
   * @throws FewerTrialsException if the tables must be made anew and would hold fewer trials than
   *     the current tables, and {@code request} does not allow that
   */
  public Verification verify(Sweep sweep, String output, JobRequest request) {
    SessionDefaults.set(spark);
    SweepFolder folder =
        SweepFolder.of(spark.sparkContext().hadoopConfiguration(), output, sweep.name());
    if (!folder.exists()) {
      throw new EngineException("nothing was run in " + folder.root() + "; run the sweep first");
    }
    ImportedRecord.require(folder, sweep);
    if (!sweep.observables().isEmpty()) {
      // A wrong claim is reported before the tables are made anew, which can take a while.
      QueryCheck.checkClaims(sweep);
    }
    Manifest.Origin origin = Replacement.origin(sweep, CommittedWork.of(folder, sweep.plan()));
    Optional<PublishedTables> standing = PublishedTables.find(folder);
    if (standing.filter(tables -> tables.isCurrent(origin)).isEmpty()) {
      standing
          .flatMap(PublishedTables::problem)
          .ifPresent(problem -> request.say().accept(problem + "; the tables are made anew"));
      new AggregateJob(spark, settings).aggregate(sweep, output, request);
    }
    try {
      return verify(sweep, folder, request);
    } catch (RuntimeException e) {
      Optional<MachineException> damage = new SqlJob(spark, settings).damage(folder, e);
      if (damage.isEmpty()) {
        throw e;
      }
      request.say().accept(damage.get().getMessage());
    }
    new AggregateJob(spark, settings).aggregate(sweep, output, request);
    return verify(sweep, folder, request);
  }

  private Verification verify(Sweep sweep, SweepFolder folder, JobRequest request) {
    SparkSession queries = SessionDefaults.forBytes(spark, folder.bytes(folder.outcomes()));
    SqlJob sql = new SqlJob(queries, settings);
    PublishedTables tables = sql.views(folder);
    long planned = sweep.plan().count();
    long missing = planned - tables.manifest().orElseThrow().rows(TrialTable.NAME);
    // All queries are checked before the first is computed.
    QueryAnalyser analyser = sql.analyser(SweepTable.TABLES);
    List<ClaimQuery> all =
        sweep.claims().stream().map(claim -> ClaimQuery.of(queries, analyser, claim)).toList();
    List<ClaimResult> results = all.stream().map(query -> query.result(missing > 0)).toList();
    Verification verification =
        new Verification(
            sweep.name(),
            folder.root().toString(),
            planned,
            missing,
            streams(sweep.plan()),
            results);
    publish(folder, tables, verification, request);
    return verification;
  }

  private static String streams(TrialPlan plan) {
    if (plan instanceof ImportedTrials imported) {
      return imported.seeds() == 1 ? "one seed" : "over the imported seeds";
    }
    return streams(((Grid) plan).seeds());
  }

  /**
   * Names the random streams that differ between seeds, then those that all seeds share. An
   * interval averages over the former and is conditional on the latter. For one seed, it says so.
   */
  static String streams(SeedRange seeds) {
    if (seeds.count() == 1) {
      return "one seed";
    }
    List<String> own = Seeds.STREAMS.stream().filter(seeds.vary()::contains).toList();
    List<String> shared = Seeds.STREAMS.stream().filter(s -> !seeds.vary().contains(s)).toList();
    return "over "
        + String.join(", ", own)
        + (shared.isEmpty() ? "" : "; " + String.join(", ", shared) + " shared");
  }

  private void publish(
      SweepFolder folder, PublishedTables tables, Verification verification, JobRequest request) {
    Instant now = Instant.now();
    List<Row> rows = new ArrayList<>();
    for (ClaimResult result : verification.results()) {
      if (result.readings().isEmpty()) {
        rows.add(row(verification, result.claim(), noReading(), now));
      }
      result.readings().forEach(each -> rows.add(row(verification, result.claim(), each, now)));
    }
    Lease lease = Lease.take(folder, settings);
    try {
      TableLayout.repair(folder, lease.number(), lease::check);
      Manifest manifest = tables.manifest().orElseThrow();
      if (!PublishedTables.find(folder)
          .flatMap(PublishedTables::manifest)
          .equals(tables.manifest())) {
        throw new EngineException(
            "the tables of "
                + folder.sweep()
                + " were published anew while its claims were computed; verify them again");
      }
      Dataset<Row> table = spark.createDataFrame(rows, ClaimTable.SCHEMA).coalesce(1);
      new Publication(folder, settings, RunIds.next(folder), lease, request.say())
          .publish(Map.of(ClaimTable.NAME, table), manifest.origin(), tables, SweepTable.TABLES);
    } finally {
      lease.close();
    }
  }

  private static ClaimResult.Reading noReading() {
    return new ClaimResult.Reading(
        "", ClaimVerdict.NOT_ENOUGH_DATA, Double.NaN, Double.NaN, Double.NaN, -1);
  }

  private static Row row(Verification all, Claim claim, ClaimResult.Reading reading, Instant now) {
    return RowFactory.create(
        claim.name(),
        claim.says(),
        claim.source().isEmpty() ? null : claim.source(),
        reading.name().isEmpty() ? null : reading.name(),
        reading.verdict().text(),
        Columns.orNull(reading.effect()),
        Columns.orNull(reading.low()),
        Columns.orNull(reading.high()),
        reading.n() < 0 ? null : reading.n(),
        all.missing(),
        all.streams(),
        claim.sql(),
        java.sql.Timestamp.from(now),
        Build.OWN.version(),
        Build.OWN.commit(),
        Semantics.VERSION);
  }
}
