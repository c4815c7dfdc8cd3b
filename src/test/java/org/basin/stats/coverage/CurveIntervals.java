package org.basin.stats.coverage;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.stats.Estimate;
import org.basin.stats.curve.RateFit;
import org.basin.stats.curve.RateLaw;
import org.basin.stats.curve.RateSearch;
import org.basin.stats.curve.SyntheticCurves;

/**
 * Intervals of the parameter of one curve's law. The size is the number of its observations, from
 * step 100 to 100,000, evenly in ln n. The errors of ln y have a standard deviation of .02; the
 * laws of times, centred, are theirs.
 */
final class CurveIntervals {

  private static final double NOISE = 0.02;

  private CurveIntervals() {}

  static List<IntervalKind> kinds() {
    return Stream.of(RateLaw.values())
        .flatMap(law -> Stream.of(kind(law, 0), kind(law, 0.6)))
        .toList();
  }

  private static IntervalKind kind(RateLaw law, double correlation) {
    return new IntervalKind(
        law.text(),
        correlation == 0 ? "independent" : "autocorrelated, " + correlation,
        errors -> SyntheticCurves.parameter(law),
        (random, errors, size) -> estimate(random, errors, size, law, correlation));
  }

  private static Estimate estimate(
      UniformRandomProvider random, TimeLaw errors, int size, RateLaw law, double correlation) {
    long[] steps = new long[size];
    double[] logs = new double[size];
    double error = errors.standardised(errors.draw(random));
    for (int i = 0; i < size; i++) {
      steps[i] = Math.round(100 * Math.pow(1000, i / (size - 1.0)));
      logs[i] = SyntheticCurves.log(law, (double) steps[i]) + NOISE * error;
      error =
          correlation * error
              + Math.sqrt(1 - correlation * correlation) * errors.standardised(errors.draw(random));
    }
    RateFit fit =
        new RateSearch(
                List.of(law), true, 100, Double.NaN, Double.NaN, SyntheticCurves.CHOICE, 0.95)
            .find(steps, logs);
    return fit.fits().isEmpty() ? Estimate.point(Double.NaN, size) : fit.fits().get(0).parameter();
  }
}
