package org.basin.engine.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.basin.plan.Grid;
import org.basin.plan.TrialSpec;
import org.basin.testing.DecayTrials;
import org.junit.jupiter.api.Test;

class BlockTimesTest {

  /** 4 rates × 2 names × 10 seeds, each a block. */
  private static final Grid GRID =
      DecayTrials.sweep("measured", 10, List.of(0.1, 0.2, 0.3, 0.4)).grid().orElseThrow();

  private static final List<String> PATHS = List.of("decay.rate", "decay.name-of-it");

  private final CostMap costs =
      new CostMap(GRID, 80, CostEstimator.of(BlockTimesTest::predicted), 1e-6);
  private final BlockTimes times = new BlockTimes(costs, PATHS);
  private final long[] trials = new long[80];
  private final double[] seconds = new double[80];

  private static double predicted(TrialSpec spec) {
    return rate(spec) * 10;
  }

  private static double rate(TrialSpec spec) {
    return spec.section("decay").real("rate");
  }

  /**
   * The blocks from {@code from} on have trained a trial that took a multiple of its prediction.
   */
  private void trained(int from, int to, double factor) {
    for (int b = from; b < to; b++) {
      trials[b] = 1;
      seconds[b] = factor * predicted(costs.sample(b));
    }
  }

  private double factor(double[] learned, int block) {
    return learned[block] / predicted(costs.sample(block));
  }

  @Test
  void beforeAnyTrial_predictionsStand() {
    double[] learned = times.learn(trials, seconds);
    assertThat(IntStream.range(0, 80).mapToDouble(b -> factor(learned, b)))
        .allMatch(factor -> Math.abs(factor - 1) < 1e-6);
  }

  @Test
  void onePredictionForAll_isCorrectedForAll() {
    trained(0, 20, 0.125);
    double[] learned = times.learn(trials, seconds);
    assertThat(factor(learned, 0)).isCloseTo(0.125, within(0.002));
    assertThat(factor(learned, 79)).isCloseTo(0.125, within(0.01));
  }

  @Test
  void valueOfAnAxis_countsForOtherBlocksThatHaveIt() {
    // Trials named b converge early, whatever their rate. The last rate is not known at all.
    for (int point = 0; point < 6; point++) {
      trained(10 * point, 10 * point + 5, point % 2 == 0 ? 1 : 0.1);
    }
    double[] learned = times.learn(trials, seconds);
    assertThat(factor(learned, 65)).isCloseTo(1, within(0.3));
    assertThat(factor(learned, 75)).isCloseTo(0.1, within(0.06));
  }

  @Test
  void blockItself_countsMost() {
    trained(0, 80, 1);
    trials[7] = 100;
    seconds[7] = 100 * 5 * predicted(costs.sample(7));
    double[] learned = times.learn(trials, seconds);
    assertThat(factor(learned, 7)).isCloseTo(5, within(0.6));
    assertThat(factor(learned, 75)).isCloseTo(1, within(0.2));
  }

  @Test
  void trialsWithoutTime_orPrediction_spoilNothing() {
    CostMap free = new CostMap(GRID, 80, CostEstimator.of(spec -> 0), 1e-6);
    trained(0, 40, 1);
    Arrays.fill(seconds, 20, 40, 0);
    assertThat(Arrays.stream(new BlockTimes(free, PATHS).learn(trials, seconds)))
        .allMatch(each -> each > 0 && Double.isFinite(each));
  }
}
