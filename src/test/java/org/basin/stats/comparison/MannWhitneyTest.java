package org.basin.stats.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.basin.stats.Estimate;
import org.junit.jupiter.api.Test;

class MannWhitneyTest {

  private static Estimate improvement(double[] first, double[] second) {
    return MannWhitney.of(first, second).improvement(0.95).estimate();
  }

  @Test
  void separatedSamples_haveAnIntervalStill() {
    Estimate all = improvement(new double[] {5, 6, 7, 8}, new double[] {1, 2, 3, 4});

    assertThat(all.value()).isEqualTo(1);
    assertThat(all.high()).isEqualTo(1);
    assertThat(all.low()).isBetween(0.4, 0.9);
    Estimate none = improvement(new double[] {1, 2, 3, 4}, new double[] {5, 6, 7, 8});
    assertThat(none.value()).isZero();
    assertThat(none.high()).isCloseTo(1 - all.low(), within(1e-12));
  }

  /** The ends are where the score statistic is the normal quantile. */
  @Test
  void ends_solveTheScoreEquation() {
    double[] x = {1, 4, 6, 9, 12};
    double[] y = {2, 3, 5, 8, 10, 11};
    Estimate estimate = improvement(x, y);
    for (double end : new double[] {estimate.low(), estimate.high()}) {
      double spread = (1 - end) / (2 - end) + end / (1 + end);
      double variance = end * (1 - end) * (1 + (5.5 - 1) * spread) / 30;
      assertThat(Math.abs(end - estimate.value()) / Math.sqrt(variance))
          .isCloseTo(1.959963984540054, within(1e-9));
    }
  }

  @Test
  void equalSamples_areEven() {
    Contrast even = MannWhitney.of(new double[] {2, 2}, new double[] {2, 2}).improvement(0.95);

    assertThat(even.estimate().value()).isEqualTo(0.5);
    assertThat(even.p()).isEqualTo(1);
  }

  @Test
  void infiniteValues_areRanked_andNanIsUndefined() {
    assertThat(improvement(new double[] {1 / 0.0, 1}, new double[] {0, 1 / 0.0}).value())
        .isEqualTo(0.625);
    assertThat(improvement(new double[] {Double.NaN}, new double[] {0}).value()).isNaN();
    assertThat(improvement(new double[0], new double[] {0}).value()).isNaN();
  }
}
