package org.basin.engine;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.lease.Lease;
import org.basin.engine.part.Divisions;
import org.basin.engine.publish.TableLayout;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.EngineSettings;
import org.basin.engine.storage.SessionDefaults;
import org.basin.engine.storage.SweepFolder;
import org.basin.engine.work.CommittedWork;
import org.basin.engine.work.DamagedWorkException;
import org.basin.engine.work.WorkVersion;
import org.basin.plan.Sweep;

/**
 * Publishes the tables of a sweep anew from its committed work. This is needed after a run that was
 * killed, or to add hitting times. It trains nothing.
 */
public final class AggregateJob {

  private final SparkSession spark;
  private final EngineSettings settings;

  public AggregateJob(SparkSession spark, EngineSettings settings) {
    this.spark = spark;
    this.settings = settings;
  }

  /** Calls {@link #aggregate(Sweep, String, JobRequest)} with {@link JobRequest#NONE}. */
  public RunSummary aggregate(Sweep sweep, String output) {
    return aggregate(sweep, output, JobRequest.NONE);
  }

  /**
   * Publishes the tables of the committed trials.
   *
   * @param output the folder of all sweeps, a path or a URI
   * @param request how the user asked for the job
   * @return a summary whose {@code missing} counts the planned trials that are not trained yet
   * @throws EngineException if nothing is committed, or another process is using the folder
   * @throws FewerTrialsException if the new tables would hold fewer trials than the published ones,
   *     and {@code request} does not allow that
   */
  public RunSummary aggregate(Sweep sweep, String output, JobRequest request) {
    long start = System.nanoTime();
    SessionDefaults.set(spark);
    SweepFolder folder =
        SweepFolder.of(spark.sparkContext().hadoopConfiguration(), output, sweep.name());
    if (!folder.exists()) {
      throw new EngineException("nothing was run in " + folder.root());
    }
    ImportedRecord.require(folder, sweep);
    Lease lease = Lease.take(folder, settings);
    try {
      WorkVersion.check(folder);
      RunRecord.requireSemantics(folder, request);
      TableLayout.repair(folder, lease.number(), lease::check);
      CommittedWork committed = CommittedWork.of(folder, sweep.plan());
      committed.adopt();
      while (true) {
        try {
          return aggregate(sweep, committed, lease, request, start);
        } catch (DamagedWorkException e) {
          committed = e.committed();
        }
      }
    } finally {
      lease.close();
    }
  }

  /** Publishes the tables of the committed trials that can be read. */
  private RunSummary aggregate(
      Sweep sweep, CommittedWork committed, Lease lease, JobRequest request, long start) {
    return DamagedWorkException.watch(
        spark,
        committed,
        () -> {
          new Replacement(committed.folder(), sweep, request).tellAnalyses();
          try (DerivedTables tables =
              new DerivedTables(
                  spark, settings, sweep, committed, RunIds.next(committed.folder()))) {
            tables.publish(request, lease);
            committed.problems().forEach(request.say());
            long planned = sweep.plan().count();
            long finished = tables.overview().finished();
            if (finished == planned) {
              new Divisions(committed.folder(), settings).end();
            }
            return tables.summary(planned, finished, 0, List.of(), start);
          }
        });
  }
}
