package org.basin.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.basin.kernel.LaneShape;
import org.basin.kernel.RunAheadKernel;
import org.basin.kernel.provider.Kernels;
import org.basin.nn.Parameters;
import org.basin.plan.TrialSpec;
import org.basin.settings.Settings;
import org.basin.testing.Trials;
import org.junit.jupiter.api.Test;

class RunAheadTrialsTest {

  private static final long ANY_TIME = 1_000_000;

  /** Counts the steps that it follows. */
  private static final Settings ESCAPE = Settings.of(Map.of("kind", "escape", "factor", 100.0));

  /** As on a machine so busy that the time of a turn is up before the first run. */
  @Test
  void firstStep_isFollowedOnce_howeverOftenATurnEndsAtOnce() {
    TrialSpec spec =
        Trials.spec(Trials.squaredRelu(3, 10).with("observe.probes", List.of(ESCAPE)), 1);
    TrialParts parts = TrialParts.of(spec, List.of());
    LaneShape shape = parts.laneShape();
    List<Outcome> done = new ArrayList<>();
    RunAheadTrials trials =
        new RunAheadTrials((RunAheadKernel) Kernels.of(shape, 1), steps -> {}, done::add);
    Parameters parameters = parts.initialParameters();
    trials.add(parts, null, parameters, new StepView(parts, parameters, null), 0);
    for (int turn = 0; turn < 3; turn++) {
      trials.advance(0);
    }
    while (trials.isRunning()) {
      trials.advance(ANY_TIME);
    }
    assertThat(Trials.series(done.get(0), "steps-near-start").values()).containsExactly(1, 11);
    assertThat(Trials.bits(done.get(0))).isEqualTo(Trials.bits(Trials.train(spec)));
  }
}
