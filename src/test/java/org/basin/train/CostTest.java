package org.basin.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.basin.settings.Settings;
import org.basin.testing.Trials;
import org.junit.jupiter.api.Test;

class CostTest {

  private static final CostRates RATES = new CostRates(1e9, 2e9, 1e-9, 1e-6, 1e-3);

  private static Cost cost(Settings settings) {
    return Cost.of(TrialParts.of(Trials.spec(settings, 1), List.of()), RATES);
  }

  @Test
  void fullBatch_countsSixOperationsAParameterAndExample() {
    Cost cost = cost(Trials.squaredRelu(50, 1000));
    assertThat(cost.flops()).isEqualTo(6.0 * 100 * 20 * 1000);
    assertThat(cost.seconds()).isEqualTo(1e-3 + cost.flops() / 2e9);
  }

  @Test
  void trialByItself_passesActivationsToo() {
    Cost cost = cost(Trials.minibatches(50, 1000));
    assertThat(cost.seconds())
        .isEqualTo(1e-3 + cost.flops() / 1e9 + 1000 * ((50 * 7 + 100) * 1e-9 + 1e-6));
  }

  @Test
  void minibatch_countsItsOwnExamples() {
    assertThat(cost(Trials.minibatches(50, 1000)).flops()).isEqualTo(6.0 * 100 * 7 * 1000);
  }

  @Test
  void noSteps_costWhatATrialDoes() {
    assertThat(cost(Trials.population(0))).isEqualTo(new Cost(0, 1e-3));
  }
}
