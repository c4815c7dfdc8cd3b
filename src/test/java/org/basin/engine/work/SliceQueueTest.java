package org.basin.engine.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.basin.engine.Jobs;
import org.basin.engine.storage.EngineSettings;
import org.junit.jupiter.api.Test;

class SliceQueueTest {

  private static final EngineSettings SETTINGS = Jobs.settings();
  private static final int CORES = 2;

  /**
   * Measured times that are {@code factor} times the prediction; nothing is measured if it is 0.
   */
  private static final class Fixed implements SliceQueue.Times {
    private double factor;

    Fixed(double factor) {
      this.factor = factor;
    }

    @Override
    public boolean isKnown() {
      return factor > 0;
    }

    @Override
    public UnaryOperator<Block> correction() {
      return block -> block.times(factor > 0 ? factor : 1, 0);
    }
  }

  private static Block block(long from, long to, double seconds) {
    return new Block(new IndexRange(from, to), to - from, seconds);
  }

  private static SliceQueue remaining(EngineSettings settings, double factor, Block... blocks) {
    return new SliceQueue(List.of(blocks), CORES, settings, new Fixed(factor));
  }

  private static List<List<IndexRange>> slices(SliceQueue remaining) {
    List<List<IndexRange>> slices = new ArrayList<>();
    for (List<IndexRange> s = remaining.next(); !s.isEmpty(); s = remaining.next()) {
      slices.add(s);
    }
    return slices;
  }

  @Test
  void slices_holdEveryIndexOnce_whateverTheOrder() {
    List<IndexRange> tasks =
        slices(
                remaining(
                    SETTINGS,
                    1,
                    block(0, 1000, 0.01),
                    block(1000, 3000, 1),
                    block(3000, 3500, 0.1)))
            .stream()
            .flatMap(List::stream)
            .sorted(Comparator.comparingLong(IndexRange::from))
            .toList();

    long at = 0;
    for (IndexRange task : tasks) {
      assertThat(task.from()).isEqualTo(at);
      at = task.to();
    }
    assertThat(at).isEqualTo(3500);
  }

  @Test
  void costliestTrials_comeFirst() {
    List<IndexRange> tasks =
        slices(remaining(SETTINGS, 1, block(0, 100, 0.1), block(100, 110, 60))).stream()
            .flatMap(List::stream)
            .toList();

    assertThat(tasks.subList(0, 10))
        .allSatisfy(task -> assertThat(task.from()).isGreaterThanOrEqualTo(100));
    assertThat(tasks.get(10).from()).isZero();
  }

  @Test
  void trialsAlike_stayInTheirOrder() {
    List<IndexRange> tasks =
        slices(remaining(SETTINGS, 1, block(0, 100, 0.6), block(100, 200, 0.9))).stream()
            .flatMap(List::stream)
            .toList();

    assertThat(tasks).isSortedAccordingTo(Comparator.comparingLong(IndexRange::from));
  }

  @Test
  void trialsOfNoCost_areNoTasksOfTheirOwn() {
    List<IndexRange> tasks =
        slices(
                remaining(
                    SETTINGS,
                    1,
                    block(0, 100, 0.1),
                    block(100, 150, 1e-6),
                    block(150, 250, 0.1),
                    block(250, 300, 1e-6),
                    block(300, 400, 0.1)))
            .stream()
            .flatMap(List::stream)
            .toList();

    assertThat(tasks).isSortedAccordingTo(Comparator.comparingLong(IndexRange::from));
    assertThat(tasks.get(tasks.size() - 1).to()).isEqualTo(400);
    assertThat(tasks).doesNotContain(new IndexRange(100, 150), new IndexRange(250, 300));
  }

  @Test
  void sliceOfCostlyTrials_isOneTaskForEachCore() {
    assertThat(slices(remaining(SETTINGS, 1, block(0, 100, 60))))
        .hasSize(50)
        .allSatisfy(slice -> assertThat(slice).hasSize(CORES));
  }

  @Test
  void sliceOfShortTasks_holdsSeveralForEachCore() {
    EngineSettings longer = Jobs.settings("basin.engine.slice-seconds = 30");

    assertThat(remaining(longer, 1, block(0, 100_000, 0.01)).next())
        .hasSize(CORES * longer.tasksPerSlice());
  }

  @Test
  void firstSliceOfASweepOfSeconds_isCommittedBeforeItsHalf() {
    assertThat(
            remaining(SETTINGS, 1, block(0, 240, 0.05)).next().stream()
                .mapToLong(IndexRange::size)
                .sum())
        .isLessThan(120);
  }

  @Test
  void nothingMeasured_isASmallTaskForEachCore() {
    List<IndexRange> slice = remaining(SETTINGS, 0, block(0, 1_000_000, 0.01)).next();

    assertThat(slice).hasSize(CORES).allSatisfy(task -> assertThat(task.size()).isEqualTo(25));
  }

  @Test
  void laterSlices_areCutByWhatWasMeasured() {
    Fixed times = new Fixed(1);
    SliceQueue remaining =
        new SliceQueue(List.of(block(0, 1_000_000, 0.01)), CORES, SETTINGS, times);

    assertThat(remaining.next().get(0).size()).isEqualTo(500 * 2);
    times.factor = 0.1;
    assertThat(remaining.next().get(0).size()).isGreaterThan(4000);
  }

  @Test
  void nothing_isAnEmptySlice() {
    assertThat(remaining(SETTINGS, 1).next()).isEmpty();
  }
}
