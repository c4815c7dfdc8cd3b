package org.basin.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.basin.plan.TrialSpec;
import org.basin.settings.Settings;
import org.basin.testing.Trials;
import org.junit.jupiter.api.Test;

/** The laws for a model that trains on whole batches and keeps running moments. */
class BatchModelTest {

  private static final Settings FULL_BATCH =
      Trials.residualImages(3)
          .withAll(
              Map.of(
                  "optimiser.kind",
                  "gradient-descent",
                  "optimiser.step-size",
                  1e-300,
                  "observe.at.steps",
                  1L,
                  "observe.probes",
                  Trials.probes("loss", "parameters")));

  @Test
  void runningMoments_moveATenthOfTheWayToTheBatchs_onceAStep() {
    Outcome outcome = Trials.train(FULL_BATCH);
    double[] mean = Trials.series(outcome, "parameter.bn1.running_mean", 0).values();
    double[] variance = Trials.series(outcome, "parameter.bn1.running_var", 0).values();
    // The weights do not change, so every batch has the moments of the first.
    assertThat(mean[0]).isZero();
    assertThat(variance[0]).isEqualTo(1);
    double batchMean = mean[1] / 0.1;
    double batchVariance = (variance[1] - 0.9) / 0.1;
    for (int n = 1; n <= 3; n++) {
      double left = Math.pow(0.9, n);
      assertThat(mean[n]).isCloseTo((1 - left) * batchMean, within(1e-14));
      assertThat(variance[n]).isCloseTo(left + (1 - left) * batchVariance, within(1e-14));
    }
  }

  @Test
  void wholeLoss_isByTheRunningMoments_andSoMovesWithThem() {
    double[] losses = Trials.series(Trials.train(FULL_BATCH), "loss").values();
    assertThat(losses).doesNotHaveDuplicates();
  }

  @Test
  void fullBatchTrial_descendsTheLossByTheBatchsMoments() {
    Settings descending = FULL_BATCH.with("optimiser.step-size", 0.05).with("stop.max-steps", 60L);
    double[] losses = Trials.series(Trials.train(descending), "loss").values();
    assertThat(losses[60]).isLessThan(0.7 * losses[20]);
  }

  @Test
  void probes_leaveTheRunUnchangedToTheBit() {
    Settings trial = Trials.residualImages(12).with("observe.at.steps", 1L);
    List<Settings> parameters = Trials.probes("parameters");
    List<Settings> more = Trials.probes("loss", "gradient-norm", "parameters");
    Outcome few = Trials.train(trial.with("observe.probes", parameters));
    Outcome many = Trials.train(trial.with("observe.probes", more));
    for (Series series : few.series()) {
      assertThat(Trials.series(many, series.observable(), series.component()).values())
          .containsExactly(series.values());
    }
  }

  @Test
  void lanes_areTheTrialsAlone() {
    Settings trial = Trials.residualImages(12);
    List<TrialSpec> specs =
        List.of(
            Trials.spec(trial, 1),
            Trials.spec(trial.with("optimiser.step-size", 0.03), 1),
            Trials.spec(trial, 2));
    List<Outcome> together = Trials.train(specs, 3);
    for (TrialSpec spec : specs) {
      Outcome alone = Trials.train(spec);
      assertThat(together).extracting(Trials::bits).contains(Trials.bits(alone));
    }
  }

  @Test
  void shortMinibatchOfAnEpoch_hasRoomOfItsOwn() {
    // 20 examples in batches of 7: 7, 7 and 6.
    Outcome outcome = Trials.train(Trials.residualImages(7));
    assertThat(outcome.error()).isEmpty();
    assertThat(outcome.verdict()).isEqualTo(Verdict.EXHAUSTED);
  }
}
