package org.basin.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import org.basin.train.Outcome;
import org.basin.train.Series;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lin, Sun &amp; Zhang's theorems on the gradient flow that they are about. */
class LinSunZhangFlowTest {

  private static List<Outcome> outcomes;

  @BeforeAll
  static void train() {
    outcomes = Paper.train("lin-sun-zhang-2021-flow-small");
  }

  private static Outcome depth(long depth) {
    return Paper.with(outcomes, "model.depth", depth);
  }

  private static DoubleStream values(Outcome outcome, String observable) {
    return outcome.series().stream()
        .filter(series -> series.observable().equals(observable))
        .flatMapToDouble(series -> DoubleStream.of(series.values()))
        .filter(value -> !Double.isNaN(value));
  }

  @Test
  void bounds_holdAtEveryRecordedStepFromEveryRestart() {
    int margins = 0;
    for (Outcome outcome : outcomes) {
      for (Series series : outcome.series()) {
        String name = series.observable();
        if (name.startsWith("margin.") && !name.endsWith("-printed")) {
          double least = values(outcome, name).min().orElseThrow();
          assertThat(least).as(name).isGreaterThan(-1e-12);
          margins++;
        }
      }
    }
    // Theorem 1 from three steps; at N = 3 and 4, two-sided, Theorem 5 from three, Lemma 4 from
    // two.
    assertThat(margins).isEqualTo(3 + 2 * (2 * 3 + 2 * 2));
  }

  @Test
  void printedAlpha_isViolatedAtFourLayersOnly() {
    String printed = "margin.theorem-5-printed";
    assertThat(values(depth(4), printed).min().orElseThrow()).isCloseTo(-0.067, within(5e-4));
    assertThat(values(depth(3), printed).min().orElseThrow()).isGreaterThan(-1e-12);
  }

  @Test
  void twoLayers_turnAtTheConstantRate() {
    values(depth(2), "flow-slope")
        .forEach(slope -> assertThat(slope).isCloseTo(-1 / Math.PI, within(1e-8)));
  }

  /** The probe integrates the norm by the trapezoid rule, whose error is what remains. */
  @ParameterizedTest
  @CsvSource({"1", "2", "3", "4"})
  void angle_isTheExactFunctionalOfTheNorm(long depth) {
    values(depth(depth), "flow-error").forEach(e -> assertThat(e).isCloseTo(0, within(5e-6)));
  }

  @ParameterizedTest
  @CsvSource({"2", "3", "4"})
  void layers_stayBalanced(long depth) {
    values(depth(depth), "balancedness").forEach(b -> assertThat(b).isLessThan(1e-11));
  }

  /**
   * The distance of gradient descent with steps of 1e-3 from the flow; see the table of the
   * population.
   */
  @ParameterizedTest
  @CsvSource({"1, 1000, 127.590888", "1, 10000, 6.391433", "4, 1000, 133.886584"})
  void gradientDescent_isNear(long depth, long step, double theta) {
    assertThat(Paper.at(depth(depth), "theta", step)).isCloseTo(theta, within(4e-3));
  }
}
