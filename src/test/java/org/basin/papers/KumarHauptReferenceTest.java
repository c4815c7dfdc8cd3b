package org.basin.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.basin.train.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Compares Kumar &amp; Haupt's experiment, on the grid, with a table that a NumPy program computed
 * independently of this project's code.
 */
class KumarHauptReferenceTest {

  private static List<Outcome> outcomes;

  @BeforeAll
  static void train() {
    outcomes = Paper.train("kumar-haupt-2024-reference");
  }

  private static Outcome start(double norm) {
    return Paper.with(outcomes, "init.norm", norm);
  }

  @ParameterizedTest
  @CsvSource({
    "1e-2, 637, 811, 1320, 2432",
    "1e-3, 1163, 1324, 1842, 3035",
    "1e-4, 1669, 1825, 2354, 3650"
  })
  void hittingTimes_areThoseOfTheTable(
      double norm, long escape, long drop, long half, long fitted) {
    Outcome outcome = start(norm);
    assertThat(Paper.hit(outcome, "escape-norm")).isCloseTo(escape, within(1L));
    assertThat(Paper.hit(outcome, "drop-1-percent")).isCloseTo(drop, within(1L));
    assertThat(Paper.hit(outcome, "drop-half")).isCloseTo(half, within(1L));
    assertThat(Paper.hit(outcome, "fitted")).isCloseTo(fitted, within(1L));
  }

  @ParameterizedTest
  @CsvSource({
    "1e-2, 6.559, -13.150, 160.057, -173.263, 25.309, 177.937",
    "1e-3, 1.280, -2.599, 174.416, -178.178, 5.246, 179.444",
    "1e-4, 0.265, -0.538, 178.415, -179.484, 1.087, 179.843"
  })
  void anglesAtEscape_areThoseOfTheTable(
      double norm, double a, double b, double c, double d, double e, double f) {
    Outcome outcome = start(norm);
    long step = Paper.hit(outcome, "escape-norm");
    double[] expected = {a, b, c, d, e, f};
    for (int j = 0; j < expected.length; j++) {
      assertThat(Paper.at(outcome, "neuron-angle", j, step))
          .as("neuron %d", j)
          .isCloseTo(expected[j], within(5.0001e-4));
    }
  }

  @Test
  void start_isAsThePaperHasIt() {
    for (Outcome outcome : outcomes) {
      double norm = Paper.at(outcome, "weight-norm", 0);
      double gained = Paper.at(outcome, "ncf", 0) * norm * norm; // L(w) = L(0) − N(w) + O(‖w‖⁴)
      assertThat(Paper.at(outcome, "loss", 0)).isCloseTo(192.1875 - gained, within(1e-6));
      assertThat(Paper.at(outcome, "maximiser-ncf", 0, 0)).isCloseTo(46.875, within(1e-11));
      assertThat(Paper.at(outcome, "maximiser-ncf", 1, 0)).isCloseTo(37.5, within(1e-11));
    }
  }

  @Test
  void escape_isLaterByAboutTheSameForEachDecade() {
    assertThat(Math.log(10) / Math.log1p(2 * 46.875 * 5e-5)).isCloseTo(492.4, within(0.05));
    long[] escapes = {
      Paper.hit(start(1e-2), "escape-norm"),
      Paper.hit(start(1e-3), "escape-norm"),
      Paper.hit(start(1e-4), "escape-norm")
    };
    assertThat(escapes[1] - escapes[0]).isEqualTo(526);
    assertThat(escapes[2] - escapes[1]).isEqualTo(506);
  }

  @Test
  void zeroLoss_hasNormThree() {
    for (Outcome outcome : outcomes) {
      assertThat(Paper.at(outcome, "weight-norm", outcome.steps())).isCloseTo(3, within(5e-3));
    }
  }
}
