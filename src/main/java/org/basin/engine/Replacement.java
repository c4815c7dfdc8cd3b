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
import org.basin.engine.publish.Manifest;
import org.basin.engine.publish.PublishedTables;
import org.basin.engine.storage.ExactPath;
import org.basin.engine.storage.SealedFile;
import org.basin.engine.storage.SweepFolder;
import org.basin.engine.work.CommittedWork;
import org.basin.engine.work.UnreadableFiles;
import org.basin.plan.Sweep;
import org.basin.settings.ContentHash;
import org.basin.tables.ClaimTable;
import org.basin.tables.TrialTable;

/** Compares the current tables with those that a job would publish in their place. */
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

  /**
   * Counts the trials of the current tables: by the manifest, or by the files of an earlier
   * version's tables.
   */
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

  /** Returns the plan and the work from which tables of {@code sweep} are made. */
  static Manifest.Origin origin(Sweep sweep, CommittedWork committed) {
    String plan =
        ConfigFactory.parseString(sweep.resolved())
            .withoutPath("sweep.claims")
            .root()
            .render(ConfigRenderOptions.concise());
    return new Manifest.Origin(
        ContentHash.of(plan + sweep.plan().provenance().text()), committed.hash());
  }

  /** Whether the current tables are made from the same plan and work. */
  boolean isOf(Manifest.Origin origin) {
    return standing
        .flatMap(PublishedTables::manifest)
        .filter(manifest -> manifest.origin().equals(origin))
        .isPresent();
  }

  /** Whether the current tables are made from the same plan. */
  boolean isOfPlan(Manifest.Origin origin) {
    return standing
        .flatMap(PublishedTables::manifest)
        .filter(manifest -> manifest.origin().plan().equals(origin.plan()))
        .isPresent();
  }

  /** The current claims, if they too are made from {@code origin} and can be read. */
  Optional<PublishedTables> claims(SparkSession spark, Manifest.Origin origin) {
    List<String> claims = List.of(ClaimTable.NAME);
    return standing
        .filter(tables -> hasClaims())
        .filter(tables -> isOf(origin) && tables.problem(ClaimTable.NAME).isEmpty())
        .filter(tables -> UnreadableFiles.problem(spark, folder, tables, claims).isEmpty());
  }

  /** Whether the current tables include claims. */
  boolean hasClaims() {
    return standing.filter(tables -> tables.names().contains(ClaimTable.NAME)).isPresent();
  }

  /**
   * Tells the user which analyses differ from those of the last run, whose tables this job
   * replaces. No trial depends on them.
   */
  void tellAnalyses() {
    List<String> changed =
        RunRecord.command(folder)
            .map(last -> PlanDifference.analyses(last.configuration(), sweep.resolved()))
            .orElse(List.of());
    if (!changed.isEmpty()) {
      request
          .say()
          .accept(
              String.join(", ", changed)
                  + (changed.size() == 1 ? " differs" : " differ")
                  + " from the last run: the tables are made anew, and no trial is trained again"
                  + " for it");
    }
  }

  /**
   * Stops a job that would publish fewer trials than the current tables hold, unless the request
   * allows it.
   *
   * @param published returns how many trials the job would publish; called only if necessary
   * @param problems the problems of the committed work, one line each
   * @throws FewerTrialsException if the request does not allow it
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
            "the tables of %s hold %,d trials; this command would publish %,d",
            folder.sweep(),
            trials,
            now));
    problems.forEach(line -> lines.add("  " + line));
    RunRecord.command(folder)
        .map(last -> PlanDifference.lines(last.configuration(), sweep.resolved()))
        .orElse(List.of())
        .forEach(line -> lines.add("  " + line));
    lines.add(
        "Nothing was changed. With --replace the command goes on; trials that leave the tables stay in "
            + folder.shown(folder.outcomes()));
    throw new FewerTrialsException(
        String.join("\n", lines), RunRecord.command(folder).orElse(RunRecord.Command.UNKNOWN));
  }

  /**
   * Tells the user how many trials of the current tables are not among {@code finished}, if there
   * are any.
   */
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
                    "%,d of the %,d trials in the last tables of %s are not in this plan;"
                        + " they stay in %s",
                    leave,
                    trials,
                    folder.sweep(),
                    folder.shown(folder.outcomes())));
      }
    } catch (
        Exception e) { // Also checked exceptions of Spark's reader, which Scala does not declare.
      request
          .say()
          .accept(
              "the tables of "
                  + folder.sweep()
                  + " could not be read, so it is unknown how many trials leave them");
    }
  }
}
