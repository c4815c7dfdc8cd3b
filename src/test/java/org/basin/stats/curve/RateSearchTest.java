package org.basin.stats.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.csv.CSVRecord;
import org.assertj.core.data.Percentage;
import org.basin.testing.RecordedTable;
import org.junit.jupiter.api.Test;

class RateSearchTest {

  private static final List<RateLaw> ALL = List.of(RateLaw.values());
  private static final Percentage EIGHT_DIGITS = Percentage.withPercentage(1e-6);

  @Test
  void fits_equalThoseOfR() throws IOException {
    for (CSVRecord row : RecordedTable.rows("/org/basin/stats/curve/rates.csv")) {
      RateLaw law = RateLaw.of(row.get("law"));
      long[] steps =
          Arrays.stream(RecordedTable.numbers(row, "steps")).mapToLong(n -> (long) n).toArray();

      LawFit fit =
          new RateSearch(
                  List.of(law), false, 2, Double.NaN, Double.NaN, SyntheticCurves.CHOICE, 0.95)
              .find(steps, RecordedTable.numbers(row, "values"))
              .fits()
              .get(0);

      String name = row.get("case") + " " + law.text();
      assertClose(name, fit.parameter().value(), row, "parameter");
      assertClose(name, fit.error(), row, "error");
      assertClose(name, fit.parameter().low(), row, "low");
      assertClose(name, fit.parameter().high(), row, "high");
      assertClose(name, fit.squares(), row, "squares");
      assertThat(fit.autocorrelation())
          .as(name)
          .isCloseTo(RecordedTable.number(row, "rho"), within(1e-8));
      assertClose(name, fit.runs(), row, "runs");
    }
  }

  private static void assertClose(String name, double value, CSVRecord row, String column) {
    assertThat(value)
        .as(name + " " + column)
        .isCloseTo(RecordedTable.number(row, column), EIGHT_DIGITS);
  }

  @Test
  void exactCurves_haveTheirLawAndParameters() {
    assertExact(RateLaw.EXPONENTIAL, n -> 5 * Math.exp(-1e-4 * n), 1e-4, 5);
    assertExact(RateLaw.POWER, n -> 5 * Math.pow(n, -0.5), 0.5, 5);
    assertExact(RateLaw.LOGARITHMIC, n -> 5 * Math.pow(Math.log(n), -2), 2, 5);
    assertExact(RateLaw.STRETCHED, n -> 5 * Math.exp(-0.1 * Math.pow(n, 0.4)), 0.4, 5);
    assertExact(RateLaw.OFFSET_POWER, n -> 0.1 + 5 * Math.pow(n, -0.7), 0.7, 5);
  }

  private static void assertExact(
      RateLaw law, DoubleUnaryOperator curve, double parameter, double amplitude) {
    RateFit fit = find(ALL, curve);

    assertThat(fit.chosen().law()).isEqualTo(law);
    assertThat(fit.chosen().parameter().value())
        .isCloseTo(parameter, Percentage.withPercentage(1e-5));
    assertThat(fit.chosen().amplitude()).isCloseTo(amplitude, Percentage.withPercentage(1e-3));
  }

  @Test
  void offsetAndRate_areThoseOfTheCurve() {
    assertThat(find(ALL, n -> 0.1 + 5 * Math.pow(n, -0.7)).chosen().offset())
        .isCloseTo(0.1, within(1e-7));
    assertThat(find(ALL, n -> Math.exp(-0.1 * Math.pow(n, 0.4))).chosen().rate())
        .isCloseTo(0.1, within(1e-7));
  }

  @Test
  void risingAndNegativeCurves_haveNegativeParameters() {
    LawFit rising = find(List.of(RateLaw.POWER), n -> 2 * Math.pow(n, 0.66)).chosen();
    LawFit negative = find(List.of(RateLaw.POWER), n -> -2 * Math.pow(n, 0.66)).chosen();

    assertThat(rising.parameter().value()).isCloseTo(-0.66, within(1e-12));
    assertThat(negative.parameter().value()).isCloseTo(-0.66, within(1e-12));
    assertThat(negative.amplitude()).isCloseTo(-2, within(1e-10));
  }

  @Test
  void logarithms_areTakenAsTheyAre() {
    RateFit fit =
        new RateSearch(ALL, true, Double.NaN, Double.NaN, Double.NaN, SyntheticCurves.CHOICE, 0.95)
            .find(grid(), values(n -> 3 - n / Math.PI));

    assertThat(fit.chosen().law()).isEqualTo(RateLaw.EXPONENTIAL);
    assertThat(fit.chosen().parameter().value()).isCloseTo(1 / Math.PI, within(1e-12));
  }

  @Test
  void window_isTheLastDecadeAboveRounding() {
    DoubleUnaryOperator curve = n -> n > 20_000 ? 1e-20 : Math.exp(-1e-3 * n);

    RateFit fit = find(ALL, curve);

    assertThat(fit.chosen().law()).isEqualTo(RateLaw.EXPONENTIAL);
    assertThat(fit.fromStep()).isGreaterThanOrEqualTo(fit.toStep() / 10);
    assertThat(fit.toStep()).isLessThanOrEqualTo(20_000);
  }

  @Test
  void window_endsWhereRoundingStopsTheCurve() {
    RateFit fit = find(ALL, n -> Math.exp(-1e-3 * Math.min(n, 20_000)));

    assertThat(fit.chosen().law()).isEqualTo(RateLaw.EXPONENTIAL);
    assertThat(fit.chosen().parameter().value()).isCloseTo(1e-3, within(1e-12));
  }

  @Test
  void window_isTheGivenOne() {
    RateFit fit =
        new RateSearch(ALL, false, 100, 10_000, Double.NaN, SyntheticCurves.CHOICE, 0.95)
            .find(grid(), values(n -> 1 / n));

    assertThat(fit.fromStep()).isEqualTo(100);
    assertThat(fit.toStep()).isEqualTo(10_000);
  }

  @Test
  void noLaw_isToldWithTheReason() {
    assertThat(find(ALL, n -> 3).problem()).isEqualTo(NoLaw.CONSTANT);
    assertThat(find(ALL, n -> 50_000 - n).problem()).isEqualTo(NoLaw.SIGN);
    assertThat(find(ALL, n -> n > 20 ? Double.NaN : 1 / n).problem()).isEqualTo(NoLaw.FEW);
    assertThat(find(ALL, n -> Double.POSITIVE_INFINITY).problem()).isEqualTo(NoLaw.FEW);
    assertThat(find(ALL, n -> 0).problem()).isEqualTo(NoLaw.FEW);
    assertThat(find(ALL, n -> 1 + 0.01 * Math.sin(n)).problem()).isEqualTo(NoLaw.FLAT);
    assertThat(find(List.of(RateLaw.OFFSET_POWER), n -> Math.exp(-n / 1e4)).problem())
        .isEqualTo(NoLaw.UNIDENTIFIED);
    assertThat(
            new RateSearch(
                    ALL, false, Double.NaN, Double.NaN, Double.NaN, SyntheticCurves.CHOICE, 0.95)
                .find(new long[0], new double[0])
                .problem())
        .isEqualTo(NoLaw.FEW);
  }

  @Test
  void stairs_areNoLaw() {
    long[] steps = new long[1001];
    double[] values = new double[steps.length];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = 100L * i;
      values[i] = Math.exp(-Math.floor(steps[i] / 25_000.0)) + 1e-9 * i;
    }

    RateFit fit =
        new RateSearch(ALL, false, Double.NaN, Double.NaN, Double.NaN, SyntheticCurves.CHOICE, 0.95)
            .find(steps, values);

    assertThat(fit.problem()).isEqualTo(NoLaw.SYSTEMATIC);
    assertThat(fit.fits()).isNotEmpty();
  }

  @Test
  void weights_addUpToOne() {
    assertThat(find(ALL, n -> 1 / n + 1e-3 * Math.sin(n) / n).fits())
        .extracting(LawFit::weight)
        .satisfies(
            weights ->
                assertThat(weights.stream().mapToDouble(w -> w).sum()).isCloseTo(1, within(1e-12)));
  }

  @Test
  void syntheticCurves_haveTheirLawAndIntervals() {
    for (RateLaw law : RateLaw.values()) {
      SyntheticCurves.Recovery recovery = SyntheticCurves.recover(law, 50, 0, 60);

      assertThat(recovery.right()).as(law.text()).isGreaterThanOrEqualTo(57);
      assertThat(recovery.covered()).as(law.text()).isGreaterThanOrEqualTo(52);
    }
  }

  private static RateFit find(List<RateLaw> laws, DoubleUnaryOperator curve) {
    return new RateSearch(
            laws, false, Double.NaN, Double.NaN, Double.NaN, SyntheticCurves.CHOICE, 0.95)
        .find(grid(), values(curve));
  }

  /** From 10 to 100,000, twenty a decade. */
  private static long[] grid() {
    long[] steps = new long[81];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = Math.round(Math.pow(10, 1 + i / 20.0));
    }
    return steps;
  }

  private static double[] values(DoubleUnaryOperator curve) {
    return Arrays.stream(grid()).mapToDouble(n -> curve.applyAsDouble((double) n)).toArray();
  }
}
