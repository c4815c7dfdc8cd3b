package org.basin.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import org.basin.plan.HittingTime;
import org.basin.plan.hitting.Persistence;
import org.basin.plan.hitting.Quantity;
import org.basin.plan.hitting.Threshold;
import org.basin.settings.Settings;
import org.basin.testing.Trials;
import org.junit.jupiter.api.Test;

class CostTest {

  private static final CostRates RATES = new CostRates(1e9, 2e9, 1e-9, 1e-6, 1e-3);

  @Test
  void fullBatch_countsSixOperationsAParameterAndExample() {
    Cost cost = cost(Trials.squaredRelu(50, 1000));
    assertThat(cost.flops()).isEqualTo(6.0 * 100 * 20 * 1000);
    assertThat(cost.seconds())
        .isEqualTo(1e-3 + cost.watching() + cost.flops() / 2e9 + 1000 * 20e-9);
  }

  @Test
  void trialByItself_passesActivationsToo() {
    Cost cost = cost(Trials.minibatches(50, 1000));
    assertThat(cost.seconds() - cost.watching())
        .isCloseTo(
            1e-3 + cost.flops() / 1e9 + 1000 * ((50 * 7 + 100 + 14) * 1e-9 + 1e-6), offset(1e-12));
  }

  @Test
  void minibatch_countsItsOwnExamples() {
    assertThat(cost(Trials.minibatches(50, 1000)).flops()).isEqualTo(6.0 * 100 * 7 * 1000);
  }

  @Test
  void noSteps_costWhatATrialDoes() {
    Cost cost = cost(Trials.population(0));
    assertThat(cost).isEqualTo(new Cost(0, 1e-3 + cost.watching(), cost.watching()));
  }

  private static Cost cost(Settings settings, HittingTime... watched) {
    return Cost.of(TrialParts.of(Trials.spec(settings, 1), List.of(watched)), RATES);
  }

  private static HittingTime watched(String observable, long every) {
    return new HittingTime(
        "h",
        Quantity.of(observable),
        new Threshold(0, true, Threshold.Reference.NONE),
        Persistence.FIRST,
        false,
        every);
  }

  /** A pass forward takes two operations an example and parameter, and half of the activations. */
  private static double loss(double count) {
    return count * (20 * 2.0 * 100 / 1e9 + 20 * 25 * 1e-9 + 1e-6);
  }

  @Test
  void lossOfAllExamples_isPricedWhereAStepDoesNotComputeIt() {
    Settings alone = Trials.minibatches(50, 1000).with("observe.probes", List.of());
    double unwatched = cost(alone).seconds();
    double every = cost(alone, watched("loss", 1)).seconds() - unwatched;
    assertThat(every).isCloseTo(loss(1001), offset(1e-9));
    double tenth = cost(alone, watched("loss", 10)).seconds() - unwatched;
    assertThat(tenth).isCloseTo(loss(101), offset(1e-9));
    assertThat(cost(alone, watched("batch-loss", 1)).seconds()).isEqualTo(unwatched);
    // Two that read the same loss pay once.
    HittingTime other = new HittingTime("other", "loss", 1, true, false, false);
    double both = cost(alone, watched("loss", 1), other).seconds() - unwatched;
    assertThat(both).isCloseTo(every, offset(1e-9));
    double stopped = cost(alone.with("stop.target-loss", 0.1)).seconds() - unwatched;
    assertThat(stopped).isCloseTo(every, offset(1e-9));
    double seldom =
        cost(alone.with("stop.target-loss", 0.1).with("stop.every", 10L)).seconds() - unwatched;
    assertThat(seldom).isCloseTo(tenth, offset(1e-9));
  }

  @Test
  void fullBatch_knowsItsLoss() {
    Settings lanes = Trials.squaredRelu(50, 1000).with("observe.probes", List.of());
    assertThat(cost(lanes, watched("loss", 1)).seconds()).isEqualTo(cost(lanes).seconds());
  }

  @Test
  void observations_areThoseOfTheSchedule() {
    Settings settings = Trials.minibatches(50, 1000);
    double tenth = cost(settings.with("observe.at.steps", 10L)).watching();
    double hundredth = cost(settings.with("observe.at.steps", 100L)).watching();
    assertThat(tenth / 101).isCloseTo(hundredth / 11, offset(1e-12));
    assertThat(tenth).isGreaterThan(loss(101));
  }
}
