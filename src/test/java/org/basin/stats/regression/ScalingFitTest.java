package org.basin.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class ScalingFitTest {

  private static final Map<String, double[]> TRIALS = RCases.columns("trials.csv");
  private static final Map<String, double[]> TIMES = RCases.columns("times.csv");

  private static List<ScalingTerm> fit(ScalingSample sample, ScalingForm form) {
    return ScalingFit.of(sample, form, 0.95, 400, RandomSource.SPLIT_MIX_64.create(7L));
  }

  private static ScalingSample exact(double[] x, double[] y, double[] seeds) {
    double[][] rows = new double[x.length][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[] {x[i]};
    }
    return new ScalingSample(rows, y, y, RCases.whole(seeds));
  }

  private static ScalingTerm term(List<ScalingTerm> terms, String name, String method) {
    return terms.stream()
        .filter(term -> term.name().equals(name) && term.estimate().method().equals(method))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void logarithmicLaw_isThatOfR() {
    List<ScalingTerm> terms =
        fit(exact(TRIALS.get("x"), TRIALS.get("y"), TRIALS.get("seed")), ScalingForm.LOGARITHMIC);
    ScalingTerm slope = term(terms, "slope", "least-squares-clustered");
    RCases.matches("line intervals", slope.estimate().low(), slope.estimate().high());
    RCases.matches(
        "line",
        term(terms, "intercept", "least-squares-clustered").estimate().value(),
        slope.estimate().value());
    ScalingTerm curvature = term(terms, "curvature", "least-squares-clustered");
    RCases.matches("curvature", curvature.estimate().value(), curvature.p());
    ScalingTerm decade = term(terms, "per_decade", "least-squares-clustered");
    assertThat(decade.estimate().value()).isEqualTo(Math.log(10) * slope.estimate().value());
    ScalingTerm bootstrap = term(terms, "slope", "seed-bootstrap-percentile");
    assertThat(bootstrap.estimate().value()).isEqualTo(slope.estimate().value());
    assertThat(bootstrap.estimate().low()).isCloseTo(slope.estimate().low(), within(0.05));
    assertThat(bootstrap.estimate().high()).isCloseTo(slope.estimate().high(), within(0.05));
    assertThat(bootstrap.headline()).isFalse();
    assertThat(slope.headline()).isTrue();
  }

  @Test
  void oneSeed_hasClassicalErrorsAndNoBootstrap() {
    int[] rows = IntStream.range(0, 80).filter(i -> TRIALS.get("seed")[i] == 3).toArray();
    List<ScalingTerm> terms =
        fit(
            exact(
                at(TRIALS.get("x"), rows), at(TRIALS.get("y"), rows), at(TRIALS.get("seed"), rows)),
            ScalingForm.LOGARITHMIC);
    ScalingTerm slope = term(terms, "slope", "least-squares");
    RCases.matches("lone seed", slope.estimate().low(), slope.estimate().high());
    assertThat(terms).allMatch(ScalingTerm::headline);
  }

  private static double[] at(double[] values, int[] rows) {
    return IntStream.of(rows).mapToDouble(i -> values[i]).toArray();
  }

  @Test
  void offsetLaw_isThatOfR() {
    List<ScalingTerm> terms =
        fit(exact(TRIALS.get("x"), TRIALS.get("w"), TRIALS.get("seed")), ScalingForm.OFFSET_POWER);
    RCases.matches(
        "offset", terms.stream().limit(3).mapToDouble(term -> term.estimate().value()).toArray());
    OffsetPower law = OffsetPower.of(exact(TRIALS.get("x"), TRIALS.get("w"), TRIALS.get("seed")));
    RCases.matches("offset classical", law.tangent().classical());
  }

  @Test
  void offsetLaw_findsAKnownExponentOfEitherSign() {
    for (double alpha : new double[] {-1.5, 0.4, 2}) {
      double[] x = {1, 2, 4, 8, 16, 32};
      double[] y = new double[6];
      for (int i = 0; i < 6; i++) {
        y[i] = 5 + 3 * Math.pow(x[i], -alpha);
      }
      double found =
          fit(exact(x, y, new double[6]), ScalingForm.OFFSET_POWER).get(2).estimate().value();
      assertThat(found).isCloseTo(alpha, within(1e-9));
    }
  }

  @Test
  void offsetLaw_ofConstantOrTwoValues_isUndefined() {
    double[] x = {1, 2, 4};
    for (double[] y : new double[][] {{1, 1, 1}, {1, 2, 3}}) {
      assertThat(fit(exact(x, y, x), ScalingForm.OFFSET_POWER))
          .allMatch(term -> Double.isNaN(term.estimate().low()));
    }
    assertThat(fit(exact(new double[] {1, 2}, x, x), ScalingForm.OFFSET_POWER))
        .allMatch(term -> Double.isNaN(term.estimate().value()));
  }

  @Test
  void censoredTimes_haveTheLikelierLawInFront() {
    double[] time = TIMES.get("time");
    double[] high = time.clone();
    for (int i = 0; i < high.length; i++) {
      high[i] = TIMES.get("censored")[i] == 1 ? Double.POSITIVE_INFINITY : time[i];
    }
    ScalingSample sample =
        new ScalingSample(
            exact(TIMES.get("x"), time, TIMES.get("seed")).x(),
            time,
            high,
            RCases.whole(TIMES.get("seed")));
    List<ScalingTerm> terms = fit(sample, ScalingForm.POWER);
    ScalingTerm slope = term(terms, "slope", "aft-log-normal-clustered");
    RCases.matches(
        "lognormal",
        term(terms, "intercept", "aft-log-normal-clustered").estimate().value(),
        slope.estimate().value(),
        term(terms, "scale", "aft-log-normal-clustered").estimate().value());
    assertThat(terms.stream().filter(ScalingTerm::headline)).hasSize(4);
    assertThat(terms.get(0).headline()).isTrue();
    assertThat(terms.stream().map(term -> term.estimate().method()).distinct())
        .containsExactlyInAnyOrder("aft-log-normal-clustered", "aft-weibull-clustered");
  }

  @Test
  void exactLine_hasAnIntervalOfNoWidthAndNoP() {
    double[] x = {1, 2, 4, 8};
    double[] y = {3, 6, 12, 24};
    List<ScalingTerm> terms = fit(exact(x, y, new double[4]), ScalingForm.POWER);
    ScalingTerm slope = term(terms, "slope", "least-squares");
    assertThat(slope.estimate().value()).isCloseTo(1, within(1e-14));
    assertThat(slope.estimate().high() - slope.estimate().low()).isZero();
    assertThat(term(terms, "curvature", "least-squares").p()).isNaN();
  }

  @Test
  void oneValueOfTheAxis_isUndefined() {
    List<ScalingTerm> terms =
        fit(
            exact(new double[] {2, 2, 2}, new double[] {1, 2, 3}, new double[] {1, 2, 3}),
            ScalingForm.LINEAR);
    assertThat(terms).isNotEmpty().allMatch(term -> Double.isNaN(term.estimate().value()));
    assertThat(fit(exact(new double[0], new double[0], new double[0]), ScalingForm.LINEAR))
        .isEmpty();
  }

  @Test
  void bootstrap_hasTheSameBitsAgain() {
    ScalingSample sample = exact(TRIALS.get("x"), TRIALS.get("y"), TRIALS.get("seed"));
    assertThat(fit(sample, ScalingForm.POWER)).isEqualTo(fit(sample, ScalingForm.POWER));
  }
}
