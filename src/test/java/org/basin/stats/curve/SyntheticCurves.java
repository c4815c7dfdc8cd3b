package org.basin.stats.curve;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Curves of a known law with noise: steps from 100 to 100,000, evenly in ln n; errors of ln y are
 * normal with standard deviation .02, independent or autoregressive of first order.
 */
public final class SyntheticCurves {

  /** The choice of a law as {@code reference.conf} has it. */
  public static final RateSearch.Choice CHOICE = new RateSearch.Choice(8, 4, 0.99, 0.001);

  private SyntheticCurves() {}

  /**
   * How often the law was found.
   *
   * @param right the curves whose law is chosen
   * @param covered those of all curves whose law, fitted, has an interval that holds the parameter
   */
  record Recovery(int right, int covered) {}

  /**
   * Fits all laws to curves of one law.
   *
   * @param count the number of observations of a curve
   * @param correlation of neighbouring errors, 0 ≤ ρ &lt; 1
   */
  static Recovery recover(RateLaw law, int count, double correlation, int curves) {
    UniformRandomProvider random =
        RandomSource.XO_RO_SHI_RO_128_PP.create(new long[] {20261128, law.name().hashCode()});
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    long[] steps = new long[count];
    for (int i = 0; i < count; i++) {
      steps[i] = Math.round(100 * Math.pow(1000, i / (count - 1.0)));
    }
    RateSearch search =
        new RateSearch(List.of(RateLaw.values()), false, 100, Double.NaN, Double.NaN, CHOICE, 0.95);
    int right = 0;
    int covered = 0;
    for (int k = 0; k < curves; k++) {
      double[] values = new double[count];
      double error = normal.sample();
      for (int i = 0; i < count; i++) {
        values[i] = Math.exp(log(law, (double) steps[i]) + 0.02 * error);
        error = correlation * error + Math.sqrt(1 - correlation * correlation) * normal.sample();
      }
      RateFit fit = search.find(steps, values);
      right += fit.chosen() != null && fit.chosen().law() == law ? 1 : 0;
      covered +=
          fit.fits().stream()
                  .anyMatch(
                      each ->
                          each.law() == law
                              && each.parameter().low() <= parameter(law)
                              && each.parameter().high() >= parameter(law))
              ? 1
              : 0;
    }
    return new Recovery(right, covered);
  }

  /** The logarithm of the law's curve at step {@code n}, without noise. */
  public static double log(RateLaw law, double n) {
    double parameter = parameter(law);
    return switch (law) {
      case EXPONENTIAL -> -parameter * n;
      case POWER -> -parameter * Math.log(n);
      case STRETCHED -> -0.05 * Math.pow(n, parameter);
      case LOGARITHMIC -> -parameter * Math.log(Math.log(n));
      case OFFSET_POWER -> Math.log(0.02 + 2 * Math.pow(n, -parameter));
    };
  }

  /** The parameter of the law's curve that a fit estimates. */
  public static double parameter(RateLaw law) {
    return switch (law) {
      case EXPONENTIAL -> 5e-5;
      case POWER -> 0.5;
      case STRETCHED -> 0.4;
      case LOGARITHMIC -> 2;
      case OFFSET_POWER -> 0.7;
    };
  }
}
