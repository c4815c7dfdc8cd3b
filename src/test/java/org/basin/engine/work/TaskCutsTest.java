package org.basin.engine.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.basin.engine.Jobs;
import org.basin.engine.storage.EngineSettings;
import org.basin.engine.work.TaskCuts.Cut;
import org.junit.jupiter.api.Test;

class TaskCutsTest {

  private static final EngineSettings SETTINGS = Jobs.settings();

  private static Block block(long from, long to, double seconds) {
    return new Block(new IndexRange(from, to), to - from, seconds);
  }

  @Test
  void tasks_coverEveryIndexOnceInOrder() {
    List<Cut> tasks =
        TaskCuts.cut(List.of(block(0, 100, 0.5), block(100, 5000, 0.01)), 2, SETTINGS);

    long at = 0;
    for (IndexRange task : tasks.stream().map(Cut::range).toList()) {
      assertThat(task.from()).isEqualTo(at);
      assertThat(task.size()).isPositive();
      at = task.to();
    }
    assertThat(at).isEqualTo(5000);
  }

  @Test
  void tasks_areOfEqualCostThenSmaller() {
    List<Cut> tasks = TaskCuts.cut(List.of(block(0, 10_000, 0.01)), 2, SETTINGS);

    assertThat(tasks.get(0).range().size()).isEqualTo(500);
    assertThat(tasks.get(tasks.size() - 1).range().size()).isLessThanOrEqualTo(25);
  }

  @Test
  void tasks_ofALongSweepAreLongerNotMore() {
    List<Cut> tasks = TaskCuts.cut(List.of(block(0, 20_000, 1)), 2, SETTINGS);

    assertThat(tasks.size()).isLessThan(2 * 500 + 100);
  }

  @Test
  void tasks_ofAVeryLongSweepAreShortEnoughForCommits() {
    List<Cut> tasks = TaskCuts.cut(List.of(block(0, 1_000_000, 1)), 2, SETTINGS);

    assertThat(tasks).allSatisfy(task -> assertThat(task.seconds()).isLessThanOrEqualTo(30));
  }

  @Test
  void costlyTrial_isATaskOfItsOwn() {
    List<Cut> tasks = TaskCuts.cut(List.of(block(0, 3, 1000)), 2, SETTINGS);

    assertThat(tasks).hasSize(3);
  }

  @Test
  void blocksApart_areNeverOneTask() {
    List<Cut> tasks = TaskCuts.cut(List.of(block(50, 60, 0.001), block(0, 10, 0.001)), 2, SETTINGS);

    assertThat(tasks.stream().map(Cut::range))
        .containsExactly(new IndexRange(50, 60), new IndexRange(0, 10));
  }

  @Test
  void nothing_isNoTask() {
    assertThat(TaskCuts.cut(List.of(), 2, SETTINGS)).isEmpty();
  }
}
