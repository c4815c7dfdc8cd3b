package org.basin.probe.general;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.basin.data.Examples;
import org.basin.linalg.Matrix;
import org.basin.nn.Parameters;
import org.basin.settings.Settings;
import org.basin.settings.SpecException;
import org.basin.testing.Trials;
import org.basin.train.TrialParts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeldOutLossProbeTest {

  @ParameterizedTest
  @ValueSource(strings = {"test", "validation"})
  void loss_isThatOfTheHeldOutExamples(String set) {
    Settings settings =
        Trials.minibatches(2, 0)
            .withAll(
                Map.of(
                    "data.test-samples",
                    30L,
                    "data.validation-samples",
                    10L,
                    "loss.reduction",
                    "mean",
                    "observe.probes",
                    Trials.probes(set + "-loss")));
    TrialParts parts = TrialParts.of(Trials.spec(settings, 1), List.of());
    Parameters w = parts.initialParameters();
    Examples held = set.equals("test") ? parts.data().test() : parts.data().validation();
    // By hand: two neurons of max(0, w.x)^2 on the plane.
    double expected = 0;
    for (int e = 0; e < held.size(); e++) {
      double output = 0;
      for (int j = 0; j < 2; j++) {
        Matrix weight = w.get(0);
        Matrix x = held.inputs();
        double z = weight.get(j, 0) * x.get(0, e) + weight.get(j, 1) * x.get(1, e);
        output += Math.pow(Math.max(0, z), 2);
      }
      expected += Math.pow(output - held.labels().get(0, e), 2) / held.size();
    }
    double actual = Trials.series(Trials.train(settings), set + "-loss").values()[0];
    assertThat(actual).isCloseTo(expected, within(1e-14 * expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"test", "validation"})
  void withoutHeldOutExamples_theProbeIsRefused(String set) {
    Settings settings =
        Trials.minibatches(2, 1).with("observe.probes", Trials.probes(set + "-loss"));
    assertThatThrownBy(() -> TrialParts.of(Trials.spec(settings, 1), List.of()))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("observe.probes[0]")
        .hasMessageContaining("needs data with " + set + "-samples");
  }
}
