package org.basin.nn.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.basin.testing.OwnKinds;
import org.basin.testing.Sections;
import org.junit.jupiter.api.Test;

class SchedulesTest {

  /** Each kind with its factors at updates 0, 1, 2, 3 and 10, worked out by hand. */
  private static final Map<String, double[]> FACTORS =
      Map.of(
          "constant", new double[] {1, 1, 1, 1, 1},
          "step, factor = 0.5, every = 2", new double[] {1, 1, 0.5, 0.5, 0.03125},
          "multi-step, factor = 0.1, at = [1, 3]", new double[] {1, 0.1, 0.1, 0.01, 0.01},
          "polynomial, power = -1", new double[] {1, 1 / 2.0, 1 / 3.0, 1 / 4.0, 1 / 11.0},
          "exponential, rate = 2", new double[] {1, 2, 4, 8, 1024},
          "cosine, steps = 4, final = 0.2",
              new double[] {1, 0.6 + 0.4 * Math.sqrt(0.5), 0.6, 0.6 - 0.4 * Math.sqrt(0.5), 0.2},
          "warm-up, steps = 2, start = 0.5, then = { kind = exponential, rate = 2 }",
              new double[] {0.5, 0.75, 1, 2, 256},
          "inverse, half-after = 2", new double[] {1, 2 / 3.0, 0.5, 0.4, 1 / 6.0});

  @Test
  void factor_equalsFormula() {
    FACTORS.forEach(
        (settings, factors) -> {
          Schedule schedule = Sections.schedule("kind = " + settings);
          long[] updates = {0, 1, 2, 3, 10};
          for (int i = 0; i < updates.length; i++) {
            assertThat(schedule.factor(updates[i]))
                .as("%s at update %d", settings, updates[i])
                .isCloseTo(factors[i], within(1e-15 * factors[i]));
          }
        });
  }

  @Test
  void everyKind_hasItsFactorsHere() {
    OwnKinds.assertHaveExamples(
        Schedules.CATALOGUE,
        FACTORS.keySet().stream().map(s -> s.split(",", -1)[0]).toList(),
        "FACTORS of SchedulesTest");
  }
}
