package org.basin.engine.work;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;
import org.basin.engine.storage.Machine;
import org.basin.plan.Grid;
import org.basin.plan.HittingTime;
import org.basin.plan.Sweep;
import org.basin.plan.TrialSpec;
import org.basin.tables.OutcomeRows;
import org.basin.train.Limits;
import org.basin.train.Outcome;
import org.basin.train.TrainingWatch;

/**
 * The work of one Spark task: it takes indices and returns rows of outcomes. One batch is in memory
 * at a time.
 */
public final class TrainTask implements FlatMapFunction<Iterator<Long>, InternalRow> {

  private static final long serialVersionUID = 1L;

  private final Sweep sweep;
  private final Training training;
  private final RunCounters tally;
  private final CostCorrection measured;
  private final int retry;

  /**
   * Makes a task.
   *
   * @param retry the number of its run; see {@link Retry}
   */
  public TrainTask(
      Sweep sweep, Training training, RunCounters tally, CostCorrection measured, int retry) {
    this.sweep = sweep;
    this.training = training;
    this.tally = tally;
    this.measured = measured;
    this.retry = retry;
  }

  /**
   * Returns the same task, except that some trials fail untrained for the given reasons, by index.
   */
  TrainTask failing(Map<Long, String> condemned) {
    return new TrainTask(sweep, new IsolatedTraining(training, condemned), tally, measured, retry);
  }

  @Override
  public Iterator<InternalRow> call(Iterator<Long> indices) {
    tally.machine();
    int attempt = TaskContext.get().attemptNumber();
    List<HittingTime> times = sweep.hittingTimes();
    Grid grid = sweep.grid().orElseThrow();
    Iterator<TrialSpec> specs = specs(grid, indices);
    Iterator<Outcome> outcomes = training.train(specs, times, sweep.lanes(), watch());
    OutcomeRows rows =
        new OutcomeRows(attempt, Machine.host(), retry, spec -> grid.idWithout(spec, Limits.PATHS));
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return guarded(outcomes::hasNext);
      }

      @Override
      public InternalRow next() {
        Outcome outcome = guarded(outcomes::next);
        tally.trained(outcome.verdict());
        measured.add(outcome.spec().index(), outcome.seconds());
        return rows.row(outcome);
      }
    };
  }

  private TrainingWatch watch() {
    return new TrainingWatch() {
      @Override
      public void begins(List<TrialSpec> batch) {
        batch.forEach(spec -> measured.begins(spec.index()));
      }

      @Override
      public void steps(long count) {
        tally.stepped(count);
      }
    };
  }

  /**
   * Returns the result of {@code work}. An out-of-memory error that no single trial caused makes
   * the task fail: if it were thrown as it is, Spark would end the process and everything that
   * trains in it.
   */
  private static <T> T guarded(Supplier<T> work) {
    try {
      return work.get();
    } catch (OutOfMemoryError e) {
      IllegalStateException told =
          new IllegalStateException("out of memory (" + e.getMessage() + ") between trials");
      told.addSuppressed(e); // Suppressed, because Spark looks for the error among the causes.
      throw told;
    }
  }

  /** Returns the trials at {@code indices}. An index that holds no trial is skipped. */
  static Iterator<TrialSpec> specs(Grid grid, Iterator<Long> indices) {
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(indices, 0), false)
        .map(grid::trial)
        .filter(Objects::nonNull)
        .iterator();
  }
}
