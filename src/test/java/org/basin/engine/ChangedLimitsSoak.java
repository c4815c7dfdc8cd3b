package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.basin.engine.LimitedSweep.MAX_STEPS;
import static org.basin.engine.LimitedSweep.TRIALS;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits that change in several ways; {@link ChangedLimitsIT} has one. */
class ChangedLimitsSoak {

  private static final String MORE = "trial.stop.max-steps=500";

  private LimitedSweep sweep;

  @BeforeEach
  void make(@TempDir Path folder) {
    sweep = new LimitedSweep(folder);
  }

  @Test
  void moreSeconds_trainOnlyWhatTheClockEnded() {
    sweep.run("trial.stop.max-seconds=1e-9");
    long late = sweep.count("verdict = 'timed_out'");
    assertThat(late).isPositive();

    assertThat(sweep.run("trial.stop.max-seconds=1000").trained()).isEqualTo(late);
    sweep.assertAsTrainedAtOnce("trial.stop.max-seconds=1000");
  }

  @Test
  void moreStepsOfAdam_trainOnlyTheExhausted() {
    String adam = "trial.optimiser={kind=adam,step-size=5e-3}";
    sweep.run(adam);
    long exhausted = sweep.count("steps = " + MAX_STEPS);
    assertThat(exhausted).isBetween(1L, TRIALS - 1L);
    assertThat(sweep.run(adam, MORE).trained()).isEqualTo(exhausted);
    sweep.assertAsTrainedAtOnce(adam, MORE);

    // And back again: those trials are still there.
    assertThat(sweep.run(adam).trained()).isZero();
  }

  @Test
  void fewerSteps_keepOnlyWhatEndedBefore() {
    sweep.run();
    long earlier = sweep.count("steps < 150");
    assertThat(earlier).isBetween(1L, TRIALS - 1L);

    String fewer = "trial.stop.max-steps=150";
    assertThat(sweep.run(fewer).trained()).isEqualTo(TRIALS - earlier);
    sweep.assertAsTrainedAtOnce(fewer);
  }

  @Test
  void budgetOnAnAxis_sharesWhatEndsEarly() {
    sweep.run();
    long exhausted = sweep.count("steps = " + MAX_STEPS);
    String axes =
        "axes=[{path=optimiser.step-size,values=[1e-3,5e-3,2e-2,5e-2]},"
            + "{path=stop.max-steps,values=[300,400,500]}]";
    assertThat(sweep.run(axes).trained()).isEqualTo(2 * exhausted);
    sweep.assertAsTrainedAtOnce(axes);
  }

  @Test
  void observationsSpreadOverTheBudget_trainEverything() {
    String at = "trial.observe.at={kind=linear,count=10}";
    sweep.run(at);
    assertThat(sweep.run(at, MORE).trained()).isEqualTo(TRIALS);
    sweep.assertAsTrainedAtOnce(at, MORE);
  }

  @Test
  void seconds_keepWhatTookNoLonger() {
    sweep.run("trial.stop.max-seconds=1000");
    assertThat(sweep.run().trained()).as("no limit").isZero();
    assertThat(sweep.run("trial.stop.max-seconds=900").trained()).isZero();
    assertThat(sweep.run("trial.stop.max-seconds=1e-8").trained()).isEqualTo(TRIALS);
  }

  @Test
  void anotherSetting_takesNothingOver() {
    sweep.run();
    assertThat(sweep.run(MORE, "trial.stop.target-loss=1e-3").trained()).isEqualTo(TRIALS);
    assertThat(sweep.said).noneMatch(line -> line.contains("as before"));
  }
}
