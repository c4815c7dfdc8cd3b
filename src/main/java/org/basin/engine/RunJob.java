package org.basin.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.lease.Lease;
import org.basin.engine.progress.ProgressView;
import org.basin.engine.progress.RunProgress;
import org.basin.engine.progress.RunStart;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.EngineSettings;
import org.basin.engine.storage.MachineException;
import org.basin.engine.storage.RecordedProvenance;
import org.basin.engine.storage.SessionDefaults;
import org.basin.engine.storage.SweepFolder;
import org.basin.engine.work.CommittedWork;
import org.basin.engine.work.CostCorrection;
import org.basin.engine.work.CostEstimator;
import org.basin.engine.work.CostMap;
import org.basin.engine.work.DamagedWorkException;
import org.basin.engine.work.FreshWork;
import org.basin.engine.work.HeapTraining;
import org.basin.engine.work.Isolation;
import org.basin.engine.work.PartCuts;
import org.basin.engine.work.PendingWork;
import org.basin.engine.work.Retry;
import org.basin.engine.work.RunCounters;
import org.basin.engine.work.Slices;
import org.basin.engine.work.TaskSlots;
import org.basin.engine.work.TaskWatch;
import org.basin.engine.work.TimeLeft;
import org.basin.engine.work.TrainTask;
import org.basin.engine.work.Training;
import org.basin.engine.work.Work;
import org.basin.engine.work.WorkVersion;
import org.basin.plan.Grid;
import org.basin.plan.Part;
import org.basin.plan.Sweep;
import org.basin.plan.TrialSpec;
import org.basin.settings.Provenance;

/**
 * Trains every trial of a sweep that is not committed yet, then publishes the tables.
 *
 * <p>The results are committed in slices during the run. A slice is finished when Basin has written
 * its record, after Spark has written its files. Whatever ends the process, the next run trains
 * only trials that no finished slice holds. A slice that fails does not stop the others. The driver
 * holds the tasks' ranges of indices, but no trials.
 */
public final class RunJob {

  private final SparkSession spark;
  private final EngineSettings settings;
  private final Training training;
  private final CostEstimator cost;

  public RunJob(SparkSession spark, EngineSettings settings) {
    this(spark, settings, HeapTraining.of(spark, settings), CostEstimator.of(settings));
  }

  /** Makes a job with another training and its predicted cost, for tests. */
  RunJob(
      SparkSession spark,
      EngineSettings settings,
      Training training,
      ToDoubleFunction<TrialSpec> cost) {
    this(spark, settings, training, CostEstimator.of(cost));
  }

  private RunJob(
      SparkSession spark, EngineSettings settings, Training training, CostEstimator cost) {
    this.spark = spark;
    this.settings = settings;
    this.training = training;
    this.cost = cost;
  }

  /**
   * Calls {@link #run(Sweep, String, JobRequest, ProgressView)} with {@link JobRequest#NONE} and
   * shows nothing.
   */
  public RunSummary run(Sweep sweep, String output) {
    return run(sweep, output, JobRequest.NONE, ProgressView.NONE);
  }

  /**
   * Trains the missing trials and publishes the tables.
   *
   * @param output the folder of all sweeps, a path or a URI of any file system that Hadoop knows
   * @param request how the user asked for the job
   * @param view shows the progress of the run
   * @throws EngineException if the folder cannot be written, another process is using it, its work
   *     is of another version, or no slice of work succeeded
   * @throws FewerTrialsException if the job would publish fewer trials than the current tables
   *     hold, and {@code request} does not allow that
   */
  public RunSummary run(Sweep sweep, String output, JobRequest request, ProgressView view) {
    return run(sweep, output, Optional.empty(), request, view);
  }

  /**
   * Trains the missing trials. If there is no {@code part}, it publishes the tables.
   *
   * @param part the part of the sweep to train; empty for the whole sweep
   * @return the summary of the part, if one is given
   * @throws EngineException as above, or if unfinished parts are of another plan
   */
  public RunSummary run(
      Sweep sweep, String output, Optional<Part> part, JobRequest request, ProgressView view) {
    long start = System.nanoTime();
    SessionDefaults.set(spark);
    SweepFolder folder =
        SweepFolder.of(spark.sparkContext().hadoopConfiguration(), output, sweep.name());
    ImportedRecord.require(folder, sweep);
    try (RunExtent extent =
            RunExtent.of(
                folder, settings, sweep, part, n -> PartCuts.of(costs(sweep), n), request);
        Isolation apart = Isolation.of(spark, folder, extent.inFlight(), settings)) {
      WorkVersion.check(folder);
      RunRecord.requireSemantics(folder, request);
      CommittedWork committed = CommittedWork.of(folder);
      while (true) {
        extent.tidy(committed, request.say());
        try {
          RunSummary summary = run(sweep, folder, extent, request, view, start, apart);
          if (summary.missing() == 0) {
            extent.finish();
          }
          return summary;
        } catch (DamagedWorkException e) {
          if (part.isPresent()) {
            throw new MachineException(
                e.getMessage() + "; basin run without --part sets it aside, when no part runs", e);
          }
          // Each attempt sets aside at least one damaged slice, so the attempts end.
          committed = e.committed();
        }
      }
    }
  }

  private CostMap costs(Sweep sweep) {
    // A sweep of imported trials has no file that run reads.
    return new CostMap(
        sweep.grid().orElseThrow(),
        settings.costSamples(),
        cost.watching(sweep.hittingTimes()),
        settings.indexSeconds());
  }

  /**
   * Runs the sweep once.
   *
   * @param apart the isolation of suspected trials; null where trials in flight are not recorded
   */
  private RunSummary run(
      Sweep sweep,
      SweepFolder folder,
      RunExtent extent,
      JobRequest request,
      ProgressView view,
      long start,
      Isolation apart) {
    String runId = extent.runId();
    Lease lease = extent.lease();
    Grid grid = sweep.grid().orElseThrow();
    Provenance before =
        folder.list(folder.outcomes()).isEmpty() ? grid.provenance() : RunRecord.provenance(folder);
    CostEstimator cost = this.cost.watching(sweep.hittingTimes());
    CostMap costs = extent.costs(costs(sweep));
    CostCorrection measured = new CostCorrection(costs);
    spark.sparkContext().register(measured);
    RunCounters tally = new RunCounters(spark.sparkContext());
    Training recorded = apart == null ? training : apart.recorded(training);
    EarlierOutcomes earlier = new EarlierOutcomes(spark, sweep, folder, request);
    Retry retry = earlier.retry();
    Function<Training, TrainTask> tasks =
        by -> new TrainTask(sweep, by, tally, measured, retry.number());
    Slices slices = new Slices(spark, folder, lease, runId, tasks.apply(recorded), settings);
    long again =
        apart == null ? 0 : apart.train(grid, cost, training, tasks, slices, view::warning);
    earlier.takeOver(costs, slices);
    Work work = work(sweep, folder, extent, request, runId, costs, retry);
    earlier.tell(work);
    if (work.trials() > 0) {
      RecordedProvenance.changes(before, grid.provenance())
          .forEach(line -> view.warning(line + ", so its trials are trained again"));
    }
    RunRecord record =
        RunRecord.start(folder, runId, sweep, extent.part(), request, spark, work.committed());
    if (work.trials() > 0 && spark.sparkContext().isLocal()) {
      tally.options(); // This process will train; elsewhere each task looks at its own.
    }
    TaskWatch seen = new TaskWatch(tally, measured);
    int cores = TaskSlots.of(spark.sparkContext());
    TimeLeft left = new TimeLeft(grid, costs, work, seen, cores);
    RunStart told =
        new RunStart(
            sweep.name(),
            folder.root().toString(),
            runId,
            extent.toTrain(grid, work),
            work.committed(),
            spark.sparkContext().isLocal());
    try (RunProgress progress =
        RunProgress.start(
            spark.sparkContext(),
            view,
            tally,
            seen,
            told,
            () -> left.seconds(System.currentTimeMillis()))) {
      List<String> failures = slices.train(work, measured);
      progress.trained(failures.isEmpty());
      work.close();
      CommittedWork committed = CommittedWork.of(folder);
      if (!failures.isEmpty() && extent.own(committed).isEmpty()) {
        record.end(work.committed() + work.trials(), 0, tally, failures);
        throw new NothingTrainedException(failures.get(0), slices.cause());
      }
      if (extent.part().isPresent()) {
        return DamagedWorkException.watch(
            spark,
            committed,
            () -> {
              RunSummary summary =
                  PartSummary.of(
                      spark, sweep, costs, committed, work.committed() - again, failures, start);
              record.end(summary.planned(), summary.trained(), tally, failures);
              return summary;
            });
      }
      return DamagedWorkException.watch(
          spark,
          committed,
          () -> {
            try (DerivedTables tables =
                new DerivedTables(spark, settings, sweep, committed, runId)) {
              long trained = tables.overview().trained();
              long kept = work.committed() - again;
              long planned = failures.isEmpty() ? kept + trained : grid.count();
              record.end(planned, trained, tally, failures);
              tables.publish(request, lease);
              return tables.summary(planned, kept, trained, failures, start);
            }
          });
    } catch (DamagedWorkException e) {
      record.end(work.committed() + work.trials(), work.trials(), tally, e.committed().problems());
      throw e;
    }
  }

  /**
   * Returns the work to train.
   *
   * @throws FewerTrialsException if the run would then publish fewer trials than the current tables
   *     hold, and the request does not allow that
   */
  private Work work(
      Sweep sweep,
      SweepFolder folder,
      RunExtent extent,
      JobRequest request,
      String runId,
      CostMap costs,
      Retry retry) {
    CommittedWork committed = CommittedWork.of(folder);
    Work work =
        committed.isEmpty()
            ? new FreshWork(spark, costs)
            : DamagedWorkException.watch(
                spark,
                committed,
                () -> new PendingWork(spark, sweep, committed, runId, costs, retry));
    if (extent.part().isPresent()) {
      return work; // A part replaces no tables.
    }
    Replacement replacement = new Replacement(folder, sweep, request);
    replacement.tellAnalyses();
    // The same plan has as many trials. Counting those of another plan can take long.
    if (!replacement.isOfPlan(Replacement.origin(sweep, committed))) {
      try {
        replacement.check(
            () -> committed.isEmpty() ? sweep.plan().count() : work.trials() + work.committed(),
            List.of());
      } catch (FewerTrialsException e) {
        work.close();
        throw e;
      }
    }
    return work;
  }
}
