package org.basin.engine.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.basin.plan.Grid;
import org.basin.testing.DecayTrials;
import org.junit.jupiter.api.Test;

class CostCorrectionTest {

  private static final double INDEX = 1e-6;

  /** 40 trials in 40 blocks, each predicted to take a second. */
  private static final Grid GRID =
      DecayTrials.sweep("measured", 10, List.of(0.1, 0.2)).grid().orElseThrow();

  private final CostMap costs = new CostMap(GRID, 40, CostEstimator.of(spec -> 1.0), INDEX);
  private final CostCorrection driver = new CostCorrection(costs);

  private void task(long from, long to, double seconds) {
    CostCorrection own = driver.copy();
    own.reset();
    for (long i = from; i < to; i++) {
      own.add(i, seconds);
    }
    driver.merge(own);
  }

  private double corrected(Block block) {
    return driver.correction().apply(block).seconds();
  }

  @Test
  void beforeAnyTask_nothingIsKnown_andNothingCorrected() {
    Block block = costs.blocks().get(3);
    assertThat(driver.isKnown()).isFalse();
    assertThat(corrected(block)).isEqualTo(block.seconds());
  }

  @Test
  void trialsOfTheKind_areCorrectedInEveryBlock() {
    task(0, 4, 0.02);
    assertThat(driver.isKnown()).isTrue();
    assertThat(corrected(costs.blocks().get(39))).isCloseTo(0.02 + INDEX, within(1e-12));
  }

  @Test
  void laterTasks_countMore() {
    task(0, 4, 10);
    for (int i = 0; i < 20; i++) {
      task(4, 8, 0.02);
    }
    assertThat(corrected(costs.blocks().get(20))).isCloseTo(0.02, within(1e-3));
  }

  @Test
  void taskWithoutTime_leavesThePrediction() {
    task(0, 4, 0);
    assertThat(corrected(costs.blocks().get(0))).isEqualTo(1 + INDEX);
  }
}
