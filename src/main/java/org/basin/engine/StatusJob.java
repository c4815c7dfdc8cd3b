package org.basin.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.lease.Lease;
import org.basin.engine.part.Division;
import org.basin.engine.part.Divisions;
import org.basin.engine.part.PartLeft;
import org.basin.engine.publish.PublishedTables;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.EngineSettings;
import org.basin.engine.storage.SessionDefaults;
import org.basin.engine.storage.SweepFolder;
import org.basin.engine.work.CommittedWork;
import org.basin.engine.work.DamagedWorkException;
import org.basin.engine.work.PlannedOutcomes;
import org.basin.engine.work.WorkVersion;
import org.basin.plan.Sweep;
import org.basin.train.Verdict;

/** Tells the state of a sweep, during a run or after it. It changes nothing. */
public final class StatusJob {

  private final SparkSession spark;
  private final EngineSettings settings;

  public StatusJob(SparkSession spark, EngineSettings settings) {
    this.spark = spark;
    this.settings = settings;
  }

  /** The runs of a sweep, including those that were killed, as in the table {@code sweeps}. */
  public Dataset<Row> runs(SweepFolder folder) {
    SessionDefaults.set(spark);
    return RunRecord.table(spark, folder);
  }

  /**
   * Counts the planned and the committed trials.
   *
   * @param output the folder of all sweeps, a path or a URI
   * @throws EngineException if the committed work is of another version
   */
  public SweepStatus status(Sweep sweep, String output) {
    SweepFolder folder =
        SweepFolder.of(spark.sparkContext().hadoopConfiguration(), output, sweep.name());
    ImportedRecord.require(folder, sweep);
    WorkVersion.require(folder);
    CommittedWork found = CommittedWork.of(folder, sweep.plan());
    SparkSession queries = SessionDefaults.forBytes(spark, folder.bytes(folder.outcomes()));
    Optional<Division> division =
        new Divisions(folder, settings).open().filter(latest -> isOf(sweep, latest));
    Counts counts = null;
    while (counts == null) {
      CommittedWork committed = found;
      try {
        counts =
            DamagedWorkException.watch(
                spark, committed, () -> counts(queries, sweep, committed, division));
      } catch (DamagedWorkException e) {
        found = e.committed();
      }
    }
    List<String> problems = new ArrayList<>(found.problems());
    PublishedTables.find(folder).flatMap(PublishedTables::problem).ifPresent(problems::add);
    RunRecord.otherSemantics(folder).ifPresent(problems::add);
    RunRecord.unreadable(folder)
        .forEach(run -> problems.add("the record of run " + run + " is damaged"));
    return new SweepStatus(
        sweep.name(),
        folder.root().toString(),
        sweep.plan().count(),
        counts.verdicts,
        Lease.holder(folder, settings).orElse(""),
        counts.parts,
        problems);
  }

  /** Whether the parts are of this sweep, and not of one with another plan. */
  private static boolean isOf(Sweep sweep, Division latest) {
    return !sweep.isImported() && latest.isOf(RunExtent.plan(sweep));
  }

  /** What is counted of the committed work. */
  private record Counts(Map<Verdict, Long> verdicts, List<PartLeft> parts) {}

  private Counts counts(
      SparkSession queries, Sweep sweep, CommittedWork committed, Optional<Division> division) {
    Dataset<Row> planned = PlannedOutcomes.planned(queries, sweep, committed);
    return new Counts(
        Summaries.verdicts(queries, planned, committed),
        division
            .map(latest -> PartsLeft.of(queries, settings, latest, planned, committed))
            .orElse(List.of()));
  }
}
