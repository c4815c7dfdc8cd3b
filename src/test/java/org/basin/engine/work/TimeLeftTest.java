package org.basin.engine.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.basin.plan.Grid;
import org.basin.testing.DecayTrials;
import org.junit.jupiter.api.Test;

/** Forty trials in forty blocks, each predicted to take a second, on two cores. */
class TimeLeftTest {

  private static final Grid GRID =
      DecayTrials.sweep("left", 10, List.of(0.1, 0.2)).grid().orElseThrow();

  private final CostMap costs = new CostMap(GRID, 40, CostEstimator.of(spec -> 1.0), 1e-6);
  private final TimeLeft left = new TimeLeft(GRID, costs, new AllOf(costs), null, 2);

  /** A work that is never trained. */
  private record AllOf(CostMap costs) implements Work {
    @Override
    public List<Block> blocks() {
      return costs.blocks();
    }

    @Override
    public JavaRDD<Long> indices(List<IndexRange> slice) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long trials() {
      return 40;
    }

    @Override
    public long committed() {
      return 0;
    }

    @Override
    public void close() {}
  }

  /** The state once the first trials have ended, two at a time. */
  private static TaskTimes after(int ended, double each, TaskTimes.Running... running) {
    long[] trials = new long[40];
    double[] seconds = new double[40];
    Arrays.fill(trials, 0, ended, 1);
    Arrays.fill(seconds, 0, ended, each);
    double sum = ended * each;
    double open = Arrays.stream(running).mapToDouble(TaskTimes.Running::seconds).sum();
    return new TaskTimes(trials, seconds, sum, sum, (sum + open) / 2, List.of(running));
  }

  private static TaskTimes.Running running(double seconds, int from, int to) {
    long[] begun = new long[40];
    Arrays.fill(begun, from, to, 1);
    return new TaskTimes.Running(seconds, 0, begun);
  }

  @Test
  void beforeATrialHasEnded_nothingIsKnown() {
    assertThat(left.seconds(after(0, 0, running(3, 0, 10)))).isNaN();
  }

  @Test
  void rest_takesWhatTheOthersTook() {
    assertThat(left.seconds(after(20, 0.5))).isCloseTo(5, within(0.1));
    assertThat(left.seconds(after(40, 0.5))).isCloseTo(0, within(1e-9));
  }

  @Test
  void whatBatchesInFlightHaveTrained_isDone() {
    TaskTimes.Running one = running(2, 20, 30);
    TaskTimes.Running other = running(2, 30, 40);
    // Ten trials of half a second each, in each of two batches, of which two seconds are over.
    assertThat(left.seconds(after(20, 0.5, one, other))).isCloseTo(3, within(0.1));
  }

  @Test
  void batchThatIsLate_isNotAlmostDone_andTellsOfItsKind() {
    TaskTimes.Running late = running(60, 20, 30);
    TaskTimes.Running other = running(2, 30, 31);
    double seconds = left.seconds(after(20, 0.5, late, other));
    // Ten trials have taken 60 s so far and nine have not begun, which were thought to take 5 s.
    assertThat(seconds).isGreaterThan(10);
  }

  @Test
  void oneBatch_isNotSharedBetweenCores() {
    assertThat(left.seconds(after(20, 0.5, running(0, 20, 40)))).isCloseTo(10, within(0.2));
  }

  @Test
  void taskThatSpendsHalfItsTimeElsewhere_goesOnToDoSo() {
    TaskTimes half = after(20, 0.5);
    TaskTimes slow = new TaskTimes(half.trials(), half.seconds(), 10, 20, 10, List.of());
    assertThat(left.seconds(slow)).isCloseTo(10, within(0.2));
  }
}
