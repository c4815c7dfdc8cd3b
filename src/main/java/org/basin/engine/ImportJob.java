package org.basin.engine;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.imported.TrialImport;
import org.basin.engine.lease.Lease;
import org.basin.engine.publish.TableLayout;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.EngineSettings;
import org.basin.engine.storage.SessionDefaults;
import org.basin.engine.storage.SweepFolder;
import org.basin.engine.work.CommittedWork;
import org.basin.engine.work.DamagedWorkException;
import org.basin.engine.work.ImportedSlice;
import org.basin.engine.work.RowSorter;
import org.basin.engine.work.WorkVersion;
import org.basin.plan.ImportedAxis;
import org.basin.plan.ImportedTrials;
import org.basin.plan.Sweep;

/**
 * Imports trials that something else trained, and publishes the tables of them as of trained ones.
 * Nothing is written before everything that is read was found right. An earlier import stays among
 * the committed work.
 */
public final class ImportJob {

  private final SparkSession spark;
  private final EngineSettings settings;

  public ImportJob(SparkSession spark, EngineSettings settings) {
    this.spark = spark;
    this.settings = settings;
  }

  /**
   * What to import.
   *
   * @param source the folder with the tables {@code trials} and {@code observations}, a path or a
   *     URI
   * @param name the sweep's name
   * @param axes the columns that are settings; empty for all that are nothing else
   * @param design makes the sweep of the trials: what is computed of them
   */
  public record Import(
      String source, String name, List<String> axes, Function<ImportedTrials, Sweep> design) {

    public Import {
      axes = List.copyOf(axes);
    }
  }

  /**
   * Imports the trials and publishes the tables.
   *
   * @param output the folder of all sweeps, a path or a URI
   * @param request how the user asked for the job; it may replace an earlier import
   * @throws EngineException if something in the tables is wrong, the sweep holds trained trials, or
   *     it holds other imported ones and {@code request} does not allow to replace them
   */
  public RunSummary run(Import trials, String output, JobRequest request) {
    long start = System.nanoTime();
    SessionDefaults.set(spark);
    SweepFolder folder =
        SweepFolder.of(spark.sparkContext().hadoopConfiguration(), output, trials.name());
    requireImported(folder);
    String runId = RunIds.next(folder);
    try (TrialImport found =
        TrialImport.read(spark, trials.source(), trials.axes(), runId + "-imported")) {
      Sweep sweep = trials.design().apply(found.plan());
      QueryCheck.check(sweep);
      tell(found, request);
      Lease lease = Lease.take(folder, settings);
      try {
        requireImported(folder);
        WorkVersion.check(folder);
        TableLayout.repair(folder, lease.number(), lease::check);
        return commit(trials, found, sweep, new Run(folder, runId, lease, request, start));
      } finally {
        lease.close();
      }
    }
  }

  /** What stays the same over one import. */
  private record Run(
      SweepFolder folder, String runId, Lease lease, JobRequest request, long start) {}

  private static void requireImported(SweepFolder folder) {
    if (folder.exists() && RunRecord.imported(folder).isEmpty()) {
      throw new EngineException(
          folder.sweep() + " holds trials that Basin trained; import under another --sweep");
    }
  }

  private static void tell(TrialImport found, JobRequest request) {
    List<String> axes = found.plan().axes().stream().map(ImportedAxis::path).toList();
    request.say().accept("axes: " + (axes.isEmpty() ? "none" : String.join(", ", axes)));
    if (!found.ignored().isEmpty()) {
      request.say().accept("not read: " + String.join(", ", found.ignored()));
    }
  }

  private RunSummary commit(Import trials, TrialImport found, Sweep sweep, Run run) {
    Optional<ImportedTrials> standing = RunRecord.imported(run.folder);
    if (standing.isPresent() && standing.get().isSameAs(found.plan())) {
      Sweep same = trials.design().apply(standing.get());
      CommittedWork committed = CommittedWork.of(run.folder, same.plan());
      try {
        if (!committed.isEmpty()) {
          run.request.say().accept(run.folder.sweep() + " holds these trials already");
          return publish(same, committed, same.plan().count(), run);
        }
      } catch (DamagedWorkException e) {
        run.request.say().accept(e.getMessage() + "; the trials are imported again");
      }
    } else if (standing.isPresent()) {
      replace(standing.get(), run);
    }
    int files = (int) Math.max(1, found.bytes() / settings.fileBytes());
    ImportedSlice.commit(
        run.folder,
        found.plan().slice(),
        RowSorter.byIndex(found.rows(), found.plan().size(), files));
    return publish(sweep, CommittedWork.of(run.folder, sweep.plan()), 0, run);
  }

  private static void replace(ImportedTrials standing, Run run) {
    String count =
        String.format(
            Locale.ROOT,
            "%s holds %,d other trials, imported from %s",
            run.folder.sweep(),
            standing.count(),
            standing.source());
    if (!run.request.replaces()) {
      throw new EngineException(
          count + "\nNothing was changed. With --replace these trials take their place");
    }
    run.request
        .say()
        .accept(
            count
                + "; they leave the tables and stay in "
                + run.folder.shown(run.folder.outcomes()));
  }

  private RunSummary publish(Sweep sweep, CommittedWork committed, long before, Run run) {
    return DamagedWorkException.watch(
        spark,
        committed,
        () -> {
          try (DerivedTables tables =
              new DerivedTables(spark, settings, sweep, committed, run.runId)) {
            long count = sweep.plan().count();
            RunRecord record =
                RunRecord.start(
                    run.folder, run.runId, sweep, Optional.empty(), run.request, spark, before);
            record.imported(count);
            tables.publish(run.request, run.lease);
            return tables.summary(count, before, 0, List.of(), run.start);
          }
        });
  }
}
