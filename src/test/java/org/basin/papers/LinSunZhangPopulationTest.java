package org.basin.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.basin.train.Outcome;
import org.basin.train.Series;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Lin, Sun &amp; Zhang's Figure 1 with the exact gradient, against a table computed independently
 * of this project's code (NumPy), and against the paper's identities.
 */
class LinSunZhangPopulationTest {

  private static final String NAME = "lin-sun-zhang-2021-population";
  private static final String STEP_SIZE = "optimiser.step-size";

  private static List<Outcome> coarse;
  private static List<Outcome> fine;

  @BeforeAll
  static void train() {
    coarse = Paper.train(NAME, spec -> stepSize(spec.settings().get(STEP_SIZE)) == 1e-3);
    fine = Paper.train(NAME, spec -> stepSize(spec.settings().get(STEP_SIZE)) == 1e-4);
  }

  private static double stepSize(Object value) {
    return (Double) value;
  }

  private static Outcome depth(List<Outcome> outcomes, long depth) {
    return Paper.with(outcomes, "model.depth", depth);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 143.130102, 1.00000000, 1.00844375",
    "1, 1000, 127.590888, 0.67165553, 0.85137324",
    "1, 2450, 79.836497, 0.45247206, 0.68044735",
    "1, 10000, 6.391433, 1.65892179, 0.32750392",
    "1, 30000, 0.517295, 3.33419507, 0.17277984",
    "4, 1000, 133.886584, 0.38049659, 0.78611667",
    "4, 8665, 88.129207, 0.08291115, 0.69271516",
    "4, 15000, 53.175643, 0.17954038, 0.66090649",
    "4, 25000, 0.460068, 7.51199975, 0.07154959"
  })
  void trajectory_isThatOfTheTable(long depth, long step, double theta, double norm, double loss) {
    Outcome outcome = depth(coarse, depth);
    // A relative error of 1e-6, or half of the last printed digit if that is more.
    assertThat(Paper.at(outcome, "theta", step))
        .isCloseTo(theta, within(Math.max(1e-6 * theta, 5.1e-7)));
    assertThat(Paper.at(outcome, "effective-norm", step)).isCloseTo(norm, within(1e-6 * norm));
    assertThat(Paper.at(outcome, "loss", step)).isCloseTo(loss, within(1e-6 * loss));
  }

  @ParameterizedTest
  @CsvSource({"1, 2449", "4, 8664"})
  void norm_isLeastWhereTheTableSays(long depth, long step) {
    Outcome outcome = depth(coarse, depth);
    double least = Paper.at(outcome, "effective-norm", step);
    assertThat(Paper.at(outcome, "effective-norm", step - 1)).isGreaterThan(least);
    assertThat(Paper.at(outcome, "effective-norm", step + 1)).isGreaterThan(least);
    assertThat(Paper.at(outcome, "norm-turn", outcome.steps()))
        .isCloseTo((double) step, within(1.0));
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "4"})
  void angle_isTheFlowsToFirstOrder(long depth) {
    double atCoarse = worst(depth(coarse, depth), "flow-error", 0);
    double atFine = worst(depth(fine, depth), "flow-error", 0);
    assertThat(Math.toRadians(atCoarse)).isLessThan(3e-4);
    assertThat(atCoarse / atFine).isBetween(8.0, 12.0);
  }

  @Test
  void twoLayers_turnAtTheConstantRate() {
    double atCoarse = worst(depth(coarse, 2), "flow-slope", -1 / Math.PI);
    double atFine = worst(depth(fine, 2), "flow-slope", -1 / Math.PI);
    assertThat(atCoarse).isLessThan(3e-4);
    assertThat(atCoarse / atFine).isBetween(8.0, 12.0);
  }

  /** Returns the max distance from {@code target} over all observations. */
  private static double worst(Outcome outcome, String observable, double target) {
    Series series =
        outcome.series().stream()
            .filter(s -> s.observable().equals(observable))
            .findFirst()
            .orElseThrow();
    double worst = 0;
    for (double value : series.values()) {
      worst = Double.isNaN(value) ? worst : Math.max(worst, Math.abs(value - target));
    }
    return worst;
  }

  @Test
  void printedAlpha_isViolatedAtFourLayersOnly() {
    assertThat(Paper.at(depth(coarse, 4), "margin.theorem-5-printed", 1740))
        .isCloseTo(-0.067, withinPercentage(1));
  }

  @Test
  void margins_areNotNegative() {
    for (Outcome outcome : fine) {
      for (Series series : outcome.series()) {
        if (series.observable().startsWith("margin.") && !isPrinted(series)) {
          for (double margin : series.values()) {
            // The bounds of the flow. With steps of 1e-4, values up to 1e-7 below them were seen.
            assertThat(Double.isNaN(margin) || margin > -1e-6).as("%s", series).isTrue();
          }
        }
      }
    }
  }

  private static boolean isPrinted(Series series) {
    return series.observable().endsWith("-printed");
  }
}
