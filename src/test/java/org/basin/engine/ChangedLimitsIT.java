package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.basin.engine.LimitedSweep.MAX_STEPS;
import static org.basin.engine.LimitedSweep.TRIALS;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Other limits train only the trials that a limit ended, and leave the tables of a run that trained
 * all of them. {@link ChangedLimitsSoak} tries more of them.
 */
class ChangedLimitsIT {

  private static final String MORE = "trial.stop.max-steps=500";

  private LimitedSweep sweep;

  @BeforeEach
  void make(@TempDir Path folder) {
    sweep = new LimitedSweep(folder);
  }

  @Test
  void moreSteps_trainOnlyTheExhausted() {
    sweep.run();
    long exhausted = sweep.count("steps = " + MAX_STEPS);
    assertThat(exhausted).isBetween(1L, TRIALS - 1L);
    assertThat(sweep.finished(MORE)).isEqualTo(TRIALS - (int) exhausted);

    RunSummary summary = sweep.run(MORE);

    assertThat(summary.trained()).isEqualTo(exhausted);
    assertThat(summary.before()).isEqualTo(TRIALS - exhausted);
    assertThat(sweep.said).anyMatch(line -> line.contains("as before under the changed limits"));
    sweep.assertAsTrainedAtOnce(MORE);
  }
}
