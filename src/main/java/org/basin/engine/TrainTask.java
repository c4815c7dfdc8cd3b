package org.basin.engine;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.basin.config.Sweep;
import org.basin.plan.TrialSpec;
import org.basin.tables.OutcomeTable;
import org.basin.train.HittingTime;
import org.basin.train.Outcome;

/** The work of one Spark task: indices in, rows of outcomes out, one batch in memory at a time. */
final class TrainTask implements FlatMapFunction<Iterator<Long>, Row> {

  private static final long serialVersionUID = 1L;

  private final Sweep sweep;
  private final Training training;
  private final Tally tally;

  TrainTask(Sweep sweep, Training training, Tally tally) {
    this.sweep = sweep;
    this.training = training;
    this.tally = tally;
  }

  @Override
  public Iterator<Row> call(Iterator<Long> indices) {
    tally.machine();
    int attempt = TaskContext.get().attemptNumber();
    List<HittingTime> times = sweep.hittingTimes();
    Iterator<TrialSpec> specs = specs(sweep, indices);
    Iterator<Outcome> outcomes = training.train(specs, times, sweep.lanes());
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(outcomes, 0), false)
        .map(
            outcome -> {
              tally.trained(outcome.verdict());
              return OutcomeTable.row(outcome, times, attempt, Machine.host());
            })
        .iterator();
  }

  /** The trials at {@code indices}; an index that holds none is passed over. */
  static Iterator<TrialSpec> specs(Sweep sweep, Iterator<Long> indices) {
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(indices, 0), false)
        .map(sweep.grid()::trial)
        .filter(Objects::nonNull)
        .iterator();
  }
}
