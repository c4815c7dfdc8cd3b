package org.basin.stats.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import org.apache.commons.csv.CSVRecord;
import org.basin.stats.Estimate;
import org.junit.jupiter.api.Test;

class CumulativeIncidenceTest {

  private static final double[] LEVELS = {0.1, 0.25, 0.5, 0.75, 0.9};

  private static CumulativeIncidence of(EventTimes sample, Status status) {
    return CumulativeIncidence.of(LifeTable.of(sample), status);
  }

  private static double[] errors(CumulativeIncidence curve) {
    return Arrays.stream(curve.variances()).map(Math::sqrt).toArray();
  }

  @Test
  void curves_equalSurvfitOfR_withTheInfinitesimalJackknife() throws IOException {
    for (CSVRecord row : RecordedSurvival.cases()) {
      EventTimes sample = RecordedSurvival.sample(row);
      CumulativeIncidence hit = of(sample, Status.HIT);
      CumulativeIncidence diverged = of(sample, Status.DIVERGED);

      RecordedSurvival.check(row, "hit", hit.incidence());
      RecordedSurvival.check(row, "hit_error", errors(hit));
      RecordedSurvival.check(row, "hit_low", hit.lower(0.95));
      RecordedSurvival.check(row, "hit_high", hit.upper(0.95));
      RecordedSurvival.check(row, "diverged", diverged.incidence());
      RecordedSurvival.check(row, "diverged_error", errors(diverged));
      RecordedSurvival.check(row, "failed", of(sample, Status.FAILED).incidence());
      RecordedSurvival.check(row, "timed_out", of(sample, Status.TIMED_OUT).incidence());
    }
  }

  /** The referee's sweep: 10 of 24 trials hit, 11 diverged before they could. */
  @Test
  void hits_endAtTheirFraction_withoutAMedian_whereMostDiverged() throws IOException {
    EventTimes sample = RecordedSurvival.sample(RecordedSurvival.cases().get(0));

    CumulativeIncidence hit = of(sample, Status.HIT);

    assertThat(hit.end(0.95).value())
        .isEqualTo(10.0 / 24, org.assertj.core.data.Offset.offset(1e-14));
    assertThat(hit.end(0.95).low()).isBetween(0.2, 0.3);
    assertThat(hit.quantile(0.5, 0.95).value()).isNaN();
    assertThat(hit.quantile(0.5, 0.95).low()).isEqualTo(14);
    assertThat(hit.quantile(0.5, 0.95).high()).isNaN();
    assertThat(KaplanMeier.of(hit.table()).median(0.95).value()).isEqualTo(15);
  }

  @Test
  void quantile_isTheFirstTimeThatReachesIt_andItsEndsInvertTheLimits() throws IOException {
    for (CSVRecord row : RecordedSurvival.cases()) {
      CumulativeIncidence hit = of(RecordedSurvival.sample(row), Status.HIT);
      for (double p : LEVELS) {
        Estimate quantile = hit.quantile(p, 0.95);
        checkReached(hit.table().times(), hit.incidence(), p, quantile.value());
        if (!Double.isNaN(quantile.low())) {
          checkReached(hit.table().times(), hit.upper(0.95), p, quantile.low());
        }
        checkReached(hit.table().times(), hit.lower(0.95), p, quantile.high());
      }
    }
  }

  @Test
  void lowQuantile_isNotBoundedByTheFirstHit_ofFewTrials() {
    // Those that diverged before are trials without a hit: .9^28 = .052, .9^29 = .047.
    assertThat(oneHit(27).quantile(0.1, 0.95).low()).isNaN();
    assertThat(oneHit(28).quantile(0.1, 0.95).low()).isEqualTo(100);
  }

  /** One trial hits at 100, after others diverged. */
  private static CumulativeIncidence oneHit(int diverged) {
    double[] times = new double[diverged + 1];
    Status[] statuses = new Status[diverged + 1];
    Arrays.setAll(times, i -> i + 1.0);
    Arrays.fill(statuses, Status.DIVERGED);
    times[diverged] = 100;
    statuses[diverged] = Status.HIT;
    return of(EventTimes.of(times, statuses), Status.HIT);
  }

  private static void checkReached(double[] times, double[] curve, double p, double at) {
    for (int i = 0; i < times.length; i++) {
      if (times[i] < at || Double.isNaN(at)) {
        assertThat(curve[i] >= p).isFalse();
      } else if (times[i] == at) {
        assertThat(curve[i]).isGreaterThanOrEqualTo(p - 1e-7);
      }
    }
  }

  @Test
  void incidence_isWhatKaplanAndMeierLeave_ifNothingCompetes() throws IOException {
    CSVRecord plain = RecordedSurvival.cases().get(1);
    CumulativeIncidence hit = of(RecordedSurvival.sample(plain), Status.HIT);
    KaplanMeier curve = KaplanMeier.of(hit.table());

    for (int i = 0; i < curve.survival().length; i++) {
      assertThat(hit.incidence()[i]).isEqualTo(1 - curve.survival()[i]);
    }
    RecordedSurvival.check(
        plain, "lower", Arrays.stream(hit.upper(0.95)).map(high -> 1 - high).toArray());
  }

  @Test
  void end_isUndefined_withoutTrials_andUnboundedWithoutEvents() {
    EventTimes none = EventTimes.of(new double[0], new Status[0]);
    EventTimes censored = EventTimes.of(new double[] {3}, new Status[] {Status.CENSORED});

    assertThat(of(none, Status.HIT).end(0.95).value()).isNaN();
    assertThat(of(none, Status.HIT).quantile(0.5, 0.95).value()).isNaN();
    assertThat(of(censored, Status.HIT).end(0.95).value()).isZero();
    assertThat(of(censored, Status.HIT).end(0.95).high()).isNaN();
  }

  @Test
  void sample_isRefused_whereATimeIsNoStep() {
    Status[] hit = {Status.HIT};

    for (double time : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1}) {
      assertThatThrownBy(() -> EventTimes.of(new double[] {time}, hit))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("time is " + time + ", must be finite and at least 0");
    }
    assertThatThrownBy(() -> EventTimes.of(new double[] {3}, hit, new double[] {4}))
        .hasMessage("low is 4.0, must be between 0 and 3.0");
    assertThatThrownBy(() -> EventTimes.of(new double[2], hit))
        .hasMessage("2 times, 1 statuses, 2 lows");
    assertThatThrownBy(() -> of(EventTimes.of(new double[] {3}, hit), Status.CENSORED))
        .hasMessage("censoring is no event");
  }

  @Test
  void estimates_areTheSameToTheBit_inWhateverOrderTrialsArrive() throws IOException {
    EventTimes sample = RecordedSurvival.sample(RecordedSurvival.cases().get(4));
    int n = sample.count();
    double[] times = new double[n];
    Status[] statuses = new Status[n];
    for (int i = 0; i < n; i++) {
      int from = i * 7 % n;
      times[i] = sample.times()[from];
      statuses[i] = sample.statuses()[from];
    }

    CumulativeIncidence other = of(EventTimes.of(times, statuses), Status.HIT);

    assertThat(other.incidence()).isEqualTo(of(sample, Status.HIT).incidence());
    assertThat(other.variances()).isEqualTo(of(sample, Status.HIT).variances());
  }
}
