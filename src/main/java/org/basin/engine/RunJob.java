package org.basin.engine;

import java.io.PrintStream;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.SparkSession;
import org.basin.config.Sweep;
import org.basin.plan.Provenance;
import org.basin.plan.TrialSpec;
import org.basin.train.Cost;
import org.basin.train.CostRates;
import org.basin.train.TrialParts;

/**
 * Trains every trial of a sweep that is not committed yet, then publishes the tables.
 *
 * <p>What is trained is committed in slices as it goes, each by Spark's own committer; whatever
 * ends the process, a second run trains only what no slice has. A slice that fails does not stop
 * the others. The driver holds tasks' ranges of indices, never trials.
 */
public final class RunJob {

  private final SparkSession spark;
  private final EngineSettings settings;
  private final Training training;
  private final ToDoubleFunction<TrialSpec> cost;

  public RunJob(SparkSession spark, EngineSettings settings) {
    this(
        spark,
        settings,
        HeapTraining.of(spark, settings),
        spec -> predict(spec, settings.costRates()));
  }

  /** With another trainer, and what it is predicted to take. */
  RunJob(
      SparkSession spark,
      EngineSettings settings,
      Training training,
      ToDoubleFunction<TrialSpec> cost) {
    this.spark = spark;
    this.settings = settings;
    this.training = training;
    this.cost = cost;
  }

  /** Predicted seconds; 0 for a trial that cannot be built, which fails at once. */
  private static double predict(TrialSpec spec, CostRates rates) {
    try {
      return Cost.of(TrialParts.of(spec, List.of()), rates).seconds();
    } catch (RuntimeException | OutOfMemoryError e) {
      // Its task will say why, in the trial's row; here it only costs nothing.
      return 0;
    }
  }

  /**
   * Trains what is missing and publishes.
   *
   * @param output the folder of all sweeps, a path or a URI of any file system Hadoop knows
   * @param progress told how far the run is; never standard output
   * @param terminal whether {@code progress} is a terminal, whose last line may be rewritten
   * @throws EngineException if the folder cannot be written, another process is using it, its work
   *     is of another version, or no slice of work succeeded
   */
  public RunSummary run(Sweep sweep, String output, PrintStream progress, boolean terminal) {
    long start = System.nanoTime();
    SessionDefaults.set(spark);
    SweepFolder folder =
        SweepFolder.of(spark.sparkContext().hadoopConfiguration(), output, sweep.name());
    Lease lease = Lease.take(folder, settings);
    try {
      WorkVersion.check(folder);
      Publication.repair(folder);
      LeftOvers.clear(folder);
      return run(sweep, folder, new Display(progress, terminal), start);
    } finally {
      lease.close();
    }
  }

  /** Where progress is shown. */
  private record Display(PrintStream out, boolean terminal) {}

  private RunSummary run(Sweep sweep, SweepFolder folder, Display display, long start) {
    String runId = RunIds.next();
    Provenance before =
        folder.slices().isEmpty() ? sweep.grid().provenance() : RunRecord.provenance(folder);
    CostMap costs =
        new CostMap(sweep.grid(), settings.costSamples(), cost, settings.indexSeconds());
    Work work =
        folder.slices().isEmpty()
            ? new FreshWork(spark, costs)
            : new PendingWork(spark, sweep, folder, runId, costs);
    if (work.trials() > 0) {
      RecordedProvenance.changes(before, sweep.grid().provenance())
          .forEach(line -> display.out().println("basin: " + line));
    }
    Measured measured = new Measured(costs);
    spark.sparkContext().register(measured);
    RunRecord record = RunRecord.start(folder, runId, sweep, spark, work);
    Tally tally = new Tally(spark.sparkContext());
    Slices slices =
        new Slices(spark, folder, runId, new TrainTask(sweep, training, tally, measured), settings);
    Progress progress = new Progress(display.out(), display.terminal(), tally, work.trials());
    List<String> failures;
    try {
      failures = slices.train(work, measured);
    } finally {
      progress.close();
    }
    work.close();
    tally.warnings().forEach(warning -> display.out().println("basin: " + warning));
    if (!failures.isEmpty() && folder.slices().isEmpty()) {
      record.end(sweep.grid().count(), 0, tally, failures);
      throw new NothingTrainedException(failures.get(0));
    }

    try (Tables tables = new Tables(spark, settings, sweep, folder, runId)) {
      long trained = tables.overview().trained();
      long planned = failures.isEmpty() ? work.committed() + trained : sweep.grid().count();
      record.end(planned, trained, tally, failures);
      tables.publish();
      return tables.summary(planned, work.committed(), trained, failures, start);
    }
  }
}
