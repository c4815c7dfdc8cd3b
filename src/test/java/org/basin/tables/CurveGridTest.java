package org.basin.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.basin.plan.TrialSpec;
import org.basin.plan.analysis.Curve;
import org.basin.settings.Seeds;
import org.basin.settings.Settings;
import org.junit.jupiter.api.Test;

class CurveGridTest {

  private static final Curve LOSS = new Curve("loss", 10, 2);

  private static TrialSpec trial(Map<String, Object> settings) {
    return new TrialSpec(0, "t", "p", 0, new Seeds(0, 0, 0), Settings.of(settings));
  }

  private static TrialSpec every(long steps, long budget) {
    return trial(
        Map.of("stop.max-steps", budget, "observe.at.kind", "every", "observe.at.steps", steps));
  }

  @Test
  void grid_hasTheStepsOfTheSchedule_andTheLast() {
    assertThat(CurveGrid.of(every(3, 8), LOSS, 100)).containsExactly(0, 3, 6, 8);
  }

  @Test
  void grid_endsWhereTheLongestTrialDoes() {
    assertThat(CurveGrid.of(every(3, 8), LOSS, 7)).containsExactly(0, 3, 6, 7);
    assertThat(CurveGrid.of(every(3, 8), LOSS, 0)).containsExactly(0);
  }

  @Test
  void grid_isThinnedToObservedSteps_ifTheseAreTooMany() {
    assertThat(CurveGrid.of(every(1, 10), LOSS, 100)).hasSize(11);
    // 1, 3, 10, 32, 100, 316 and 1000, each with the step that is observed next.
    assertThat(CurveGrid.of(every(7, 1000), LOSS, 1000))
        .containsExactly(0, 7, 14, 35, 105, 322, 1000);
  }

  @Test
  void grid_isLogarithmic_withoutASchedule() {
    assertThat(CurveGrid.of(trial(Map.of()), LOSS, 150)).containsExactly(0, 1, 3, 10, 32, 100, 150);
  }
}
