package org.basin.engine.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.basin.plan.Grid;
import org.basin.plan.TrialSpec;
import org.basin.testing.DecayTrials;
import org.junit.jupiter.api.Test;

/** A grid of rates 0, 1, 2 …, two names and some seeds; a trial takes its rate in seconds. */
class CostMapTest {

  private static final double INDEX = 1e-6;

  private static CostMap costs(Grid grid, int samples) {
    return new CostMap(grid, samples, CostEstimator.of(CostMapTest::rate), INDEX);
  }

  private static double rate(TrialSpec spec) {
    return (Double) spec.settings().get("decay.rate");
  }

  private static Grid grid(int rates, int seeds, String where) {
    return DecayTrials.grid(
        seeds, IntStream.range(0, rates).asDoubleStream().boxed().toList(), where);
  }

  private static long trials(List<Block> blocks) {
    return blocks.stream().mapToLong(Block::trials).sum();
  }

  @Test
  void blocks_costWhatTheirMiddleCosts() {
    List<Block> blocks = costs(grid(100, 5, ""), 10).blocks();
    assertThat(blocks).hasSize(10);
    assertThat(trials(blocks)).isEqualTo(1000);
    for (int b = 0; b < 10; b++) {
      assertThat(blocks.get(b).seconds()).isBetween(10 * b + 4.0, 10 * b + 6.0);
    }
  }

  @Test
  void trialsThatWhereKeeps_areCounted_whereverInTheirBlockTheyAre() {
    // Two of a block's ten indices hold a trial, and none of them is in the middle.
    Grid grid = grid(10, 1, "decay_rate == 4 or decay_rate == 9");
    List<Block> blocks = costs(grid, 2).blocks();
    assertThat(blocks).extracting(Block::trials).containsExactly(2L, 2L);
    assertThat(blocks.get(0).seconds()).isEqualTo(4 + INDEX);
    assertThat(blocks.get(1).seconds()).isEqualTo(9 + INDEX);
  }

  @Test
  void blockWithoutTrials_hasNone() {
    List<Block> blocks = costs(grid(10, 3, "decay_rate >= 5"), 2).blocks();
    assertThat(blocks).extracting(Block::trials).containsExactly(0L, 30L);
  }

  @Test
  void wideBlock_countsAShare() {
    Grid grid = grid(1000, 10, "decay_rate >= 250");
    List<Block> blocks = costs(grid, 2).blocks();
    assertThat(grid.count()).isEqualTo(15_000);
    assertThat(blocks).extracting(Block::trials).containsExactly(5000L, 10_000L);
  }

  @Test
  void part_hasItsShare() {
    CostMap part = costs(grid(1000, 10, "decay_rate >= 250"), 2).within(0, 1000);
    assertThat(trials(part.blocks())).isEqualTo(500);
  }
}
