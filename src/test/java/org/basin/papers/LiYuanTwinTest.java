package org.basin.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.basin.train.Outcome;
import org.junit.jupiter.api.Test;

/** Li &amp; Yuan's control: the identity mapping is only a change of starting point. */
class LiYuanTwinTest {

  @Test
  void vanillaFromIdentityPlusW_followsTheResidual_toTheBitAtFirstAndToRoundingAfter() {
    List<Outcome> outcomes =
        Paper.train(
            "li-yuan-2017-e2-small",
            "seeds.count=1",
            "trial.data.samples=1000",
            "trial.data.test-samples=200",
            "trial.stop.max-steps=1000");
    Outcome residual = outcomes.get(0);
    Outcome twin = Paper.with(outcomes, "init.scale", 1.0);
    for (String observable : new String[] {"test-loss", "teacher-distance", "alignment"}) {
      double first = Paper.at(residual, observable, 0);
      assertThat(Paper.at(twin, observable, 0)).isCloseTo(first, within(1e-14 * first));
      double last = Paper.at(residual, observable, 1000);
      assertThat(Paper.at(twin, observable, 1000)).isCloseTo(last, within(1e-11 * last));
      assertThat(last).isNotEqualTo(first);
    }
    assertThat(Paper.at(twin, "test-loss", 0)).isEqualTo(Paper.at(residual, "test-loss", 0));
  }
}
