package org.basin.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.basin.plan.HittingTime;
import org.basin.settings.Settings;
import org.basin.settings.SpecException;
import org.basin.testing.Trials;
import org.junit.jupiter.api.Test;

class TrialPartsTest {

  private static final Settings GOOD = Trials.squaredRelu(3, 10);

  private static void refuses(Settings settings, String message, HittingTime... watched) {
    assertThatThrownBy(() -> TrialParts.of(Trials.spec(settings, 1), List.of(watched)))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining(message);
  }

  @Test
  void floats_needAKernel() {
    assertThat(TrialParts.of(Trials.spec(GOOD.with("precision", "float"), 1), List.of()))
        .isNotNull();
    refuses(Trials.population(10).with("precision", "float"), "precision is float, must be double");
  }

  @Test
  void freshSamples_needAStochasticOptimiser() {
    refuses(
        Trials.freshSamples(10).with("optimiser.kind", "gradient-descent"),
        "optimiser.kind is gradient-descent on the full batch, must take");
  }

  @Test
  void population_needsTheFullBatch() {
    refuses(
        Trials.population(10).with("optimiser.kind", "sgd"),
        "optimiser.kind is sgd on minibatches, must");
  }

  @Test
  void labels_mustFitTheLoss() {
    refuses(GOOD.withAll(Map.of("loss.kind", "logistic", "loss.reduction", "sum")), "loss.kind");
  }

  @Test
  void targetOfAnUnknownLoss_isRefused() {
    Settings unknown =
        Trials.freshSamples(10).withAll(Map.of("loss.kind", "squared", "loss.reduction", "mean"));
    assertThat(TrialParts.of(Trials.spec(unknown, 1), List.of()).wholeLoss()).isNull();
    refuses(unknown.with("stop.target-loss", 0.1), "stop.target-loss");
    refuses(unknown.with("stop.gradient-norm", 0.1), "stop.gradient-norm");
    refuses(
        unknown,
        "h watches loss, which is not known",
        new HittingTime("h", "loss", 1, true, false, false));
  }

  @Test
  void watchedObservable_mustBeRecorded() {
    refuses(
        GOOD,
        "observe.hitting-times h watches weight-norm, must be",
        new HittingTime("h", "weight-norm", 1, true, false, false));
  }

  @Test
  void hittingTimes_haveDifferentNames() {
    refuses(
        GOOD,
        "has two named h",
        new HittingTime("h", "loss", 1, true, false, false),
        new HittingTime("h", "loss", 2, true, false, false));
  }

  @Test
  void hittingTime_hasOneSide() {
    Settings both = Trials.hitting("h", "loss", "below", 1).with("above", 2.0);
    refuses(
        GOOD.with("observe.hitting-times", List.of(both)),
        "observe.hitting-times[0] has both below and above");
  }

  @Test
  void observable_isRecordedByOneProbe() {
    refuses(
        GOOD.with("observe.probes", Trials.probes("loss", "loss")),
        "observe.probes[1] records loss");
  }

  @Test
  void neuronProbes_needNeurons() {
    refuses(
        Trials.population(10).with("observe.probes", Trials.probes("neuron-norm")),
        "observe.probes[0] is neuron-norm, which needs a model with one hidden layer");
  }

  @Test
  void scalars_areThoseOfTheProbesInOrder() {
    Settings settings = GOOD.with("observe.probes", Trials.probes("weight-norm", "loss"));
    assertThat(TrialParts.of(Trials.spec(settings, 1), List.of()).scalars())
        .containsExactly("weight-norm", "loss");
  }
}
