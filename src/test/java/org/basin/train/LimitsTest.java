package org.basin.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.basin.train.Verdict.CONVERGED;
import static org.basin.train.Verdict.DIVERGED;
import static org.basin.train.Verdict.EXHAUSTED;
import static org.basin.train.Verdict.FAILED;
import static org.basin.train.Verdict.TIMED_OUT;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which trials end in the same way under other limits. */
class LimitsTest {

  private static final double NONE = Double.POSITIVE_INFINITY;

  /** Trained under 100 steps and 10 seconds; it took 2. */
  private static boolean keep(long maxSteps, double maxSeconds, Verdict verdict, long steps) {
    return new Limits(maxSteps, maxSeconds).keep(new Limits(100, 10), verdict, steps, 2.0, false);
  }

  @Test
  void sameLimits_keepEverything() {
    for (Verdict verdict : Verdict.values()) {
      assertThat(keep(100, 10, verdict, 100)).as(verdict.text()).isTrue();
    }
  }

  @Test
  void moreSteps_trainWhatTheBudgetEnded() {
    assertThat(keep(200, 10, EXHAUSTED, 100)).isFalse();
    for (Verdict verdict : List.of(CONVERGED, DIVERGED, FAILED, TIMED_OUT)) {
      assertThat(keep(200, 10, verdict, 99)).as(verdict.text()).isTrue();
    }
  }

  @Test
  void endAtTheLastStep_isNotKept() {
    // Only at its last step does a trial look for its target between two looks.
    assertThat(keep(200, 10, CONVERGED, 100)).isFalse();
    assertThat(keep(50, 10, CONVERGED, 50)).isFalse();
  }

  @Test
  void fewerSteps_keepWhatEndedBefore() {
    assertThat(keep(50, 10, CONVERGED, 49)).isTrue();
    assertThat(keep(50, 10, CONVERGED, 51)).isFalse();
    assertThat(keep(50, 10, DIVERGED, 80)).isFalse();
    assertThat(keep(50, 10, EXHAUSTED, 100)).isFalse();
  }

  @Test
  void moreSeconds_trainWhatTheClockEnded() {
    for (double seconds : new double[] {20, NONE}) {
      assertThat(keep(100, seconds, TIMED_OUT, 5)).isFalse();
      for (Verdict verdict : List.of(CONVERGED, EXHAUSTED, DIVERGED, FAILED)) {
        assertThat(keep(100, seconds, verdict, 100)).as(verdict.text()).isTrue();
      }
    }
  }

  @Test
  void fewerSeconds_keepWhatTookNoMore() {
    assertThat(keep(100, 2, EXHAUSTED, 100)).isTrue();
    assertThat(keep(100, 1.9, EXHAUSTED, 100)).isFalse();
    assertThat(keep(100, 5, TIMED_OUT, 5)).isFalse();
  }

  @Test
  void bothLimitsCount() {
    assertThat(keep(200, 20, CONVERGED, 50)).isTrue();
    assertThat(keep(200, 20, EXHAUSTED, 100)).isFalse();
    assertThat(keep(200, 20, TIMED_OUT, 50)).isFalse();
    assertThat(keep(200, 1, CONVERGED, 50)).isFalse();
  }

  @Test
  void budgetThatShapesTheObservations_keepsNothingWhenItChanges() {
    Limits now = new Limits(200, NONE);
    assertThat(now.keep(new Limits(100, NONE), CONVERGED, 5, 0, true)).isFalse();
    assertThat(now.keep(new Limits(200, 10), CONVERGED, 5, 0, true)).isTrue();
  }

  @Test
  void everyScheduleOfTheCatalogue_saysWhetherItDependsOnTheBudget() {
    assertThat(
            ObservationSchedules.CATALOGUE.factories().stream()
                .filter(ObservationScheduleFactory::dependsOnBudget)
                .map(ObservationScheduleFactory::kind))
        .containsExactly("linear");
  }
}
