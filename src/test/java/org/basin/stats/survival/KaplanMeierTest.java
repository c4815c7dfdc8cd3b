package org.basin.stats.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.util.Arrays;
import org.apache.commons.csv.CSVRecord;
import org.basin.stats.Estimate;
import org.basin.testing.RecordedTable;
import org.junit.jupiter.api.Test;

class KaplanMeierTest {

  private static final double[] PROBABILITIES = {0.1, 0.25, 0.5, 0.75, 0.9};

  @Test
  void median_equalsSurvfitOfR() throws IOException {
    for (CSVRecord row : RecordedTable.rows("/r/survival.csv")) {
      double[] hits = RecordedTable.numbers(row, "hits");
      boolean[] censored = new boolean[hits.length];
      for (int i = 0; i < hits.length; i++) {
        censored[i] = hits[i] == 0;
      }
      KaplanMeier curve = KaplanMeier.of(RecordedTable.numbers(row, "times"), censored);

      Estimate median = curve.median(0.95);

      assertThat(median.value())
          .as(row.get("case"))
          .isEqualTo((Double) RecordedTable.number(row, "median"));
      assertThat(median.low())
          .as(row.get("case"))
          .isEqualTo((Double) bounded(curve, 0.5, RecordedTable.number(row, "low")));
      assertThat(median.high())
          .as(row.get("case"))
          .isEqualTo((Double) RecordedTable.number(row, "high"));
    }
  }

  @Test
  void curveAndQuantiles_equalSurvfitOfR() throws IOException {
    for (CSVRecord row : RecordedSurvival.cases()) {
      KaplanMeier curve = KaplanMeier.of(LifeTable.of(RecordedSurvival.sample(row)));

      RecordedSurvival.check(row, "at", curve.times());
      RecordedSurvival.check(row, "survival", curve.survival());
      RecordedSurvival.check(row, "lower", curve.lower(0.95));
      RecordedSurvival.check(row, "upper", curve.upper(0.95));
      double[] value = new double[PROBABILITIES.length];
      double[] low = new double[PROBABILITIES.length];
      double[] high = new double[PROBABILITIES.length];
      for (int i = 0; i < PROBABILITIES.length; i++) {
        Estimate quantile = curve.quantile(PROBABILITIES[i], 0.95);
        value[i] = quantile.value();
        low[i] = quantile.low();
        high[i] = quantile.high();
      }
      RecordedSurvival.check(row, "quantiles", value);
      double[] lowOfR = RecordedTable.numbers(row, "quantile_low");
      Arrays.setAll(lowOfR, i -> bounded(curve, PROBABILITIES[i], lowOfR[i]));
      assertThat(low).as(row.get("case")).containsExactly(lowOfR, offset(1e-11));
      RecordedSurvival.check(row, "quantile_high", high);
    }
  }

  /** R's end, but for a first hit before which the quantile comes with more than 5 %. */
  private static double bounded(KaplanMeier curve, double p, double low) {
    int first = curve.table().first(Status.HIT);
    return first >= 0
            && low == curve.times()[first]
            && Math.pow(1 - p, curve.table().atRisk()[first]) > 0.05
        ? Double.NaN
        : low;
  }

  @Test
  void lowQuantile_isNotBoundedByTheFirstHit_ofFewTrials() {
    // .9^28 = .052, .9^29 = .047.
    assertThat(ascending(28, 0).quantile(0.1, 0.95).low()).isNaN();
    assertThat(ascending(29, 0).quantile(0.1, 0.95).low()).isEqualTo(1);
    assertThat(ascending(5, 0).median(0.95).low()).isEqualTo(1);
    assertThat(ascending(4, 0).median(0.95).low()).isNaN();
    // Those that were censored before the first hit say nothing of the time after.
    assertThat(ascending(29, 1).quantile(0.1, 0.95).low()).isNaN();
  }

  /** Trials that end at 1, 2, …, the first of them censored. */
  private static KaplanMeier ascending(int count, int censored) {
    double[] times = new double[count];
    boolean[] flags = new boolean[count];
    Arrays.setAll(times, i -> i + 1.0);
    Arrays.fill(flags, 0, censored, true);
    return KaplanMeier.of(times, flags);
  }

  @Test
  void restrictedMean_equalsSurvfitOfR() throws IOException {
    for (CSVRecord row : RecordedSurvival.cases()) {
      KaplanMeier curve = KaplanMeier.of(LifeTable.of(RecordedSurvival.sample(row)));
      double horizon = RecordedTable.number(row, "horizon");

      RecordedSurvival.check(row, "rmean", curve.restrictedMean().value());
      RecordedSurvival.check(row, "rmean_error", curve.restrictedMean().error());
      RecordedSurvival.check(row, "rmean_to", RestrictedMean.of(curve, horizon).value());
      RecordedSurvival.check(row, "rmean_to_error", RestrictedMean.of(curve, horizon).error());
    }
  }

  @Test
  void restrictedMean_liesWithinItsInterval_belowTheHorizon() {
    KaplanMeier curve = KaplanMeier.of(new double[] {1, 9, 3}, new boolean[] {false, true, false});

    Estimate mean = curve.restrictedMean().estimate(0.95);

    assertThat(curve.restrictedMean().horizon()).isEqualTo(9);
    assertThat(mean.value()).isEqualTo(13.0 / 3);
    assertThat(mean.low()).isBetween(0.0, mean.value());
    assertThat(mean.high()).isBetween(mean.value(), 9.0);
    // By hand: A(1) = 10/3, A(3) = 2, so the variance is (100/9)/6 + 4/2 = 104/27.
    assertThat(curve.restrictedMean().error()).isEqualTo(Math.sqrt(104.0 / 27), offset(1e-14));
    double odds = 13.0 / 14;
    double deviation = 1.959963984540054 * Math.sqrt(104.0 / 27) * 9 / (13.0 / 3 * (14.0 / 3));
    assertThat(mean.low()).isEqualTo(9 / (1 + Math.exp(deviation) / odds), offset(1e-12));
  }

  @Test
  void restrictedMean_hasNoInterval_whereNothingVaries() {
    KaplanMeier atOnce = KaplanMeier.of(new double[] {5, 5}, new boolean[2]);
    KaplanMeier never = KaplanMeier.of(new double[] {5, 8}, new boolean[] {true, true});

    assertThat(atOnce.restrictedMean().estimate(0.95).value()).isEqualTo(5);
    assertThat(atOnce.restrictedMean().estimate(0.95).low()).isNaN();
    assertThat(never.restrictedMean().estimate(0.95).value()).isEqualTo(8);
    assertThat(never.restrictedMean().estimate(0.95).high()).isNaN();
  }

  @Test
  void survival_isTheEmpiricalLaw_withoutCensoring() {
    KaplanMeier curve = KaplanMeier.of(new double[] {3, 1, 3, 8}, new boolean[4]);

    assertThat(curve.times()).containsExactly(1, 3, 8);
    assertThat(curve.survival()).containsExactly(0.75, 0.25, 0);
  }

  @Test
  void hitFraction_countsCensoredTrials() {
    KaplanMeier curve = KaplanMeier.of(new double[] {5, 5, 2}, new boolean[] {true, true, false});

    assertThat(curve.hitFraction(0.95).value()).isEqualTo(1.0 / 3);
    assertThat(curve.median(0.95).value()).isNaN();
  }

  @Test
  void everything_isUndefined_withoutTrials() {
    KaplanMeier curve = KaplanMeier.of(new double[0], new boolean[0]);

    assertThat(curve.median(0.95).value()).isNaN();
    assertThat(curve.hitFraction(0.95).value()).isNaN();
    assertThat(curve.restrictedMean().estimate(0.95).value()).isNaN();
  }
}
