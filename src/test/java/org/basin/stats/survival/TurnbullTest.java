package org.basin.stats.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.assertj.core.data.Offset;
import org.basin.stats.Estimate;
import org.basin.testing.RecordedTable;
import org.junit.jupiter.api.Test;

class TurnbullTest {

  /** Trials whose hit lies from each of {@code lows} to {@code highs}; ∞ where they never hit. */
  private static EventTimes sample(double[] lows, double[] highs) {
    double[] times = highs.clone();
    Status[] statuses = new Status[lows.length];
    Arrays.fill(statuses, Status.HIT);
    for (int i = 0; i < lows.length; i++) {
      if (Double.isInfinite(highs[i])) {
        times[i] = lows[i] - 1;
        statuses[i] = Status.CENSORED;
      }
    }
    return EventTimes.of(times, statuses, lows);
  }

  private static double incidence(Turnbull turnbull, double step) {
    double sum = 0;
    for (int j = 0; j < turnbull.mass().length; j++) {
      sum += turnbull.high()[j] <= step ? turnbull.mass()[j] : 0;
    }
    return sum;
  }

  @Test
  void estimate_equalsPlainExpectationMaximisation() throws IOException {
    for (CSVRecord row : RecordedTable.rows("/org/basin/stats/survival/turnbull.csv")) {
      Turnbull turnbull =
          Turnbull.of(sample(RecordedTable.numbers(row, "lows"), infinities(row, "highs")));

      double[] at = RecordedTable.numbers(row, "at");
      RecordedSurvival.check(
          row, "incidence", Arrays.stream(at).map(step -> incidence(turnbull, step)).toArray());
      assertThat(turnbull.gap()).isLessThanOrEqualTo(1e-12);
    }
  }

  private static double[] infinities(CSVRecord row, String column) {
    return Arrays.stream(row.get(column).split(" "))
        .mapToDouble(text -> Double.parseDouble(text.replace("Inf", "Infinity")))
        .toArray();
  }

  /**
   * By hand: brackets [1, 4], [3, 8] and [6, 9], and one trial that has not hit by 6. Innermost are
   * [3, 4] with mass a and [7, 8] with b, since [6, 8] is cut by the censored trial's [7, ∞). The
   * likelihood a (a + b) b b is at its max for a = 1/3, b = 2/3.
   */
  @Test
  void estimate_isTheOneMadeByHand() {
    Turnbull turnbull =
        Turnbull.of(
            sample(new double[] {1, 3, 6, 7}, new double[] {4, 8, 9, Double.POSITIVE_INFINITY}));

    assertThat(turnbull.low()).containsExactly(3, 7);
    assertThat(turnbull.high()).containsExactly(4, 8);
    assertThat(turnbull.mass()[0]).isCloseTo(1.0 / 3, Offset.offset(1e-12));
    assertThat(turnbull.mass()[1]).isCloseTo(2.0 / 3, Offset.offset(1e-12));
    assertThat(turnbull.quantile(0.25, 0.95).value()).isEqualTo(3.5);
    assertThat(turnbull.quantile(0.5, 0.95).value()).isEqualTo(7.5);
  }

  @Test
  void estimate_isKaplanAndMeiers_whereEveryStepIsExact() throws IOException {
    EventTimes exact = RecordedSurvival.sample(RecordedSurvival.cases().get(2));
    Turnbull turnbull = Turnbull.of(exact);
    KaplanMeier curve = KaplanMeier.of(LifeTable.of(exact));

    for (int i = 0; i < curve.survival().length; i++) {
      assertThat(incidence(turnbull, curve.times()[i]))
          .isCloseTo(1 - curve.survival()[i], Offset.offset(1e-11));
    }
    assertThat(turnbull.quantile(0.25, 0.95).low()).isEqualTo(curve.quantile(0.25, 0.95).low());
    assertThat(turnbull.quantile(0.25, 0.95).high()).isEqualTo(curve.quantile(0.25, 0.95).high());
  }

  /** Trials that were watched at every step hit at 1 to 7; looking at step 7 only, all seem to. */
  @Test
  void interval_holdsTheOneThatWatchingEveryStepGives() {
    double never = Double.POSITIVE_INFINITY;
    double[] watched = {1, 1, 1, 1, 1, 1, 2, 2, 3, 7, never};
    double[] lows = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 8};
    double[] highs = {7, 7, 7, 7, 7, 7, 7, 7, 7, 7, never};

    Estimate exact = quantile(sample(new double[] {1, 1, 1, 1, 1, 1, 2, 2, 3, 7, 8}, watched));
    Estimate naive = quantile(sample(lows, highs));
    Estimate bracketed = Turnbull.of(sample(lows, highs)).quantile(0.5, 0.95);

    assertThat(exact.value()).isEqualTo(1);
    assertThat(List.of(naive.value(), naive.low(), naive.high())).containsOnly(7.0);
    assertThat(bracketed.value()).isEqualTo(4);
    assertThat(bracketed.low()).isEqualTo(1);
    assertThat(bracketed.high()).isEqualTo(7);
    assertThat(bracketed.method()).isNotEqualTo(naive.method());
  }

  private static Estimate quantile(EventTimes sample) {
    return KaplanMeier.of(LifeTable.of(sample)).median(0.95);
  }

  @Test
  void interval_beginsAtTheBracket_whereAllTrialsMayHaveHitAtOnce() {
    Estimate median =
        Turnbull.of(sample(new double[] {1, 1, 1}, new double[] {7, 7, 7})).quantile(0.5, 0.95);

    assertThat(median.value()).isEqualTo(4);
    assertThat(median.low()).isEqualTo(1);
    assertThat(median.high()).isNaN();
  }

  @Test
  void estimate_isUndefined_withoutTrialsOrHits() {
    Turnbull none = Turnbull.of(sample(new double[0], new double[0]));
    Turnbull never =
        Turnbull.of(
            sample(
                new double[] {4, 6},
                new double[] {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY}));

    assertThat(none.quantile(0.5, 0.95).value()).isNaN();
    assertThat(none.mass()).isEmpty();
    assertThat(never.quantile(0.5, 0.95).value()).isNaN();
    assertThat(never.low()).containsExactly(6);
    assertThat(never.mass()).containsExactly(1);
  }
}
