package org.basin.engine;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.basin.plan.Sweep;
import org.basin.settings.ContentHash;
import org.basin.tables.ClaimTable;
import org.basin.tables.TrialTable;

/** The tables that stand, beside those that a job would put in their place. */
final class Replacement {

  private static final long UNKNOWN = -1;

  private final SweepFolder folder;
  private final Sweep sweep;
  private final JobRequest request;
  private final Optional<PublishedTables> standing;
  private final long trials;

  Replacement(SweepFolder folder, Sweep sweep, JobRequest request) {
    this.folder = folder;
    this.sweep = sweep;
    this.request = request;
    this.standing = PublishedTables.find(folder);
    this.trials = standing.map(tables -> trials(folder, tables)).orElse(UNKNOWN);
  }

  /** By the manifest; of an earlier version's tables, by their files. */
  private static long trials(SweepFolder folder, PublishedTables tables) {
    if (tables.manifest().isPresent()) {
      return tables.manifest().get().rows(TrialTable.NAME);
    }
    try {
      long rows = 0;
      for (FileStatus file : PublishedTables.files(folder, tables.path(TrialTable.NAME))) {
        rows += SealedFile.rows(folder.files(), file);
      }
      return rows;
    } catch (IOException e) {
      return UNKNOWN;
    }
  }

  /** Of which plan and which work tables are. */
  static Manifest.Origin origin(Sweep sweep, CommittedWork committed) {
    String plan =
        ConfigFactory.parseString(sweep.resolved())
            .withoutPath("sweep.claims")
            .root()
            .render(ConfigRenderOptions.concise());
    return new Manifest.Origin(
        ContentHash.of(plan + sweep.grid().provenance().text()), committed.hash());
  }

  /** Whether the tables that stand are of the same plan and work. */
  boolean isOf(Manifest.Origin origin) {
    return standing
        .flatMap(PublishedTables::manifest)
        .filter(manifest -> manifest.origin().equals(origin))
        .isPresent();
  }

  /** Whether the tables that stand are of the same plan. */
  boolean isOfPlan(Manifest.Origin origin) {
    return standing
        .flatMap(PublishedTables::manifest)
        .filter(manifest -> manifest.origin().plan().equals(origin.plan()))
        .isPresent();
  }

  /** The claims that stand, if they are of {@code origin} too, and can be read. */
  Optional<PublishedTables> claims(SparkSession spark, Manifest.Origin origin) {
    List<String> claims = List.of(ClaimTable.NAME);
    return standing
        .filter(tables -> hasClaims())
        .filter(tables -> isOf(origin) && tables.problem(ClaimTable.NAME).isEmpty())
        .filter(tables -> UnreadableFiles.problem(spark, folder, tables, claims).isEmpty());
  }

  /** Whether claims stand. */
  boolean hasClaims() {
    return standing.filter(tables -> tables.names().contains(ClaimTable.NAME)).isPresent();
  }

  /**
   * Stops a job that would publish fewer trials than stand, unless it may.
   *
   * @param published how many it would publish; asked only if need be
   * @param problems what is wrong with the work, a line each
   * @throws FewerTrialsException if it may not
   */
  void check(LongSupplier published, List<String> problems) {
    if (trials <= 0 || request.replaces()) {
      return;
    }
    long now = published.getAsLong();
    if (now >= trials) {
      return;
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "the tables of %s hold %,d trials, this would leave %,d",
            folder.sweep(),
            trials,
            now));
    problems.forEach(line -> lines.add("  " + line));
    RunRecord.command(folder)
        .map(last -> PlanDifference.lines(last.configuration(), sweep.resolved()))
        .orElse(List.of())
        .forEach(line -> lines.add("  " + line));
    lines.add(
        "Nothing was changed. --replace goes on; trials that leave the tables stay in "
            + folder.shown(folder.outcomes()));
    throw new FewerTrialsException(
        String.join("\n", lines), RunRecord.command(folder).orElse(RunRecord.Command.UNKNOWN));
  }

  /** Says how many trials that stand are not among {@code finished}, if any is not. */
  void tell(SparkSession spark, Dataset<Row> finished) {
    if (trials <= 0) {
      return;
    }
    try {
      Dataset<Row> ids =
          ExactPath.reader(spark).parquet(standing.orElseThrow().path(TrialTable.NAME).toString());
      long leave =
          ids.select("trial_id")
              .join(finished.select("trial_id").hint("merge"), "trial_id", "left_anti")
              .count();
      if (leave > 0) {
        request
            .say()
            .accept(
                String.format(
                    Locale.ROOT,
                    "%,d of the %,d trials that stood in the tables of %s are not of this plan;"
                        + " they stay in %s",
                    leave,
                    trials,
                    folder.sweep(),
                    folder.shown(folder.outcomes())));
      }
    } catch (Exception e) { // Of reading, which Scala declares nowhere.
      request
          .say()
          .accept(
              "the tables of "
                  + folder.sweep()
                  + " could not be read; what leaves them is unknown");
    }
  }
}
