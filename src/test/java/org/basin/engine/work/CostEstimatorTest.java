package org.basin.engine.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.basin.plan.Grid;
import org.basin.plan.TrialSpec;
import org.basin.testing.DecayTrials;
import org.basin.train.Verdict;
import org.junit.jupiter.api.Test;

class CostEstimatorTest {

  /** Forty trials, of which every fifth takes a hundred times as long as another. */
  private static final Grid GRID =
      DecayTrials.sweep("left", 4, List.of(0.1, 0.2, 0.3, 0.4, 0.5)).grid().orElseThrow();

  private static final CostEstimator ESTIMATOR =
      CostEstimator.of(spec -> isLong(spec) ? 100.0 : 1.0);

  private static boolean isLong(TrialSpec spec) {
    return spec.section("decay").real("rate") == 0.5;
  }

  private static WorkLeft left(int samples, boolean longOnesAreDone) {
    return ESTIMATOR.left(
        GRID,
        samples,
        1000,
        trials ->
            trials.stream()
                .filter(spec -> isLong(spec) == longOnesAreDone)
                .collect(Collectors.toMap(TrialSpec::id, spec -> Verdict.EXHAUSTED)),
        Set.of());
  }

  @Test
  void ofFewSamples_noMoreIsLeftThanAll() {
    for (int samples = 1; samples <= 40; samples++) {
      WorkLeft left = left(samples, false);
      assertThat(left.secondsLeft()).hasValue(800.0);
      assertThat(left.seconds()).hasValue(832.0);
    }
  }

  @Test
  void whatIsDone_isPartOfTheTotal() {
    WorkLeft left = left(3, true);
    assertThat(left.secondsLeft()).hasValue(32.0);
    assertThat(left.seconds()).hasValue(832.0);
  }

  @Test
  void nothingDone_leavesAll() {
    WorkLeft left = ESTIMATOR.left(GRID, 40, 1000, trials -> Map.of(), Set.of());
    assertThat(left.seconds()).hasValue(832.0);
    assertThat(left.secondsLeft()).hasValue(832.0);
  }

  /** To predict a trial takes making its data, which can take seconds. */
  @Test
  void replicatesOfAPoint_arePredictedOnce() {
    List<String> predicted = new ArrayList<>();
    CostEstimator estimator =
        CostEstimator.of(
            spec -> {
              predicted.add(spec.pointId());
              return 1.0;
            });
    WorkLeft left =
        estimator.left(
            GRID, 40, 1000, trials -> Map.of(trials.get(0).id(), Verdict.EXHAUSTED), Set.of());
    assertThat(left.seconds()).hasValue(40.0);
    assertThat(left.secondsLeft()).hasValue(39.0);
    assertThat(predicted).hasSizeLessThan(40).doesNotHaveDuplicates();
  }
}
