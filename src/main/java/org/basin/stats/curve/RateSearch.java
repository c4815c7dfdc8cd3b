package org.basin.stats.curve;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.basin.stats.regression.ExponentSearch;

/**
 * The search for the law by which a curve y moves with the step n.
 *
 * <p><b>Scale.</b> Every law is fitted to z = ln |y| by least squares, at the same observations,
 * each of which counts once: errors have constant variance in ln y, so they are a constant part of
 * y. A curve that is a logarithm already is z itself. On this scale the criteria of all laws
 * compare like with like.
 *
 * <p><b>Window.</b> It ends at the last observation, or before the first that is after {@code to},
 * is not finite, or is at or below the floor; if the last three or more are equal, before these. It
 * begins at {@code from}; without one, at a tenth of its last step, so that it is the last decade
 * of steps. Steps 0 and 1 and undefined values at the curve's beginning never belong to it.
 *
 * <p><b>Fit.</b> The exponent of a law with three parameters is found by variable projection
 * ({@link ExponentSearch}); then all parameters by Gauss–Newton steps to the last digits.
 *
 * <p><b>Error.</b> The residuals of one curve resemble their neighbours. The standard error is
 * Gauss–Newton's times √((1 + ρ)/(1 − ρ)), where ρ is the autocorrelation of errors of first order,
 * and Student's t has n (1 − ρ)/(1 + ρ) − k degrees of freedom, at least 1. {@code
 * docs/statistics.md} has the coverage.
 *
 * <p><b>Choice.</b> Among the laws whose {@link Criterion} is within {@link Choice#support} of the
 * least, the one with the fewest parameters; among several, the one of least criterion, then the
 * first in {@link RateLaw}. The criterion alone prefers a law with one parameter too many on one
 * curve in six. {@link NoLaw} says when no law is chosen.
 *
 * @param laws the laws to choose from
 * @param logarithm whether the values are ln y; then they may have any sign
 * @param from the window's first step; NaN for the last decade
 * @param to the window's last step; NaN for the curve's last
 * @param floor the value at or below which |y|, or ln y, is rounding; NaN for 2^−52 of the curve's
 *     greatest |y|, or none for logarithms
 * @param choice when a law is chosen
 * @param level the nominal coverage of intervals, between 0 and 1
 */
public record RateSearch(
    List<RateLaw> laws,
    boolean logarithm,
    double from,
    double to,
    double floor,
    Choice choice,
    double level) {

  /**
   * When a law is chosen. The defaults, and their reasons, stand in {@code reference.conf}.
   *
   * @param minPoints the min number of observations in a window, &ge; 7, so that the criterion of a
   *     law with three parameters is defined
   * @param support the difference of the criterion up to which a law has support, &ge; 0 (Burnham
   *     &amp; Anderson 2002, p. 70)
   * @param explained the part of the variance of ln y in the window, 0 to 1; a law that explains so
   *     much describes the curve
   * @param runs a law that explains less fits if independent residuals have as few runs with at
   *     least this probability, 0 to 1
   */
  public record Choice(int minPoints, double support, double explained, double runs)
      implements Serializable {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public Choice {
      boolean isValid = minPoints >= 7 && support >= 0;
      isValid &= explained >= 0 && explained <= 1 && runs >= 0 && runs <= 1;
      if (!isValid) {
        throw new IllegalArgumentException("a number is out of its range");
      }
    }
  }

  public RateSearch {
    laws = List.copyOf(laws);
  }

  /**
   * Finds the law of a curve.
   *
   * @param steps the steps, ascending. Not modified.
   * @param values the curve, or its logarithm, at these steps. Not modified.
   * @throws IllegalArgumentException if the arrays differ in length
   */
  public RateFit find(long[] steps, double[] values) {
    if (steps.length != values.length) {
      throw new IllegalArgumentException(steps.length + " steps, " + values.length + " values");
    }
    LogWindow window = LogWindow.of(this, steps, values);
    if (window.problem() != null) {
      return RateFit.none(window.problem(), window, List.of());
    }
    List<LawFit> fits = new ArrayList<>();
    for (RateLaw law : laws.stream().distinct().sorted().toList()) {
      LawFit fit = LawFit.of(law, window, level);
      if (fit != null) {
        fits.add(fit);
      }
    }
    if (fits.isEmpty()) {
      return RateFit.none(NoLaw.UNIDENTIFIED, window, fits);
    }
    double least = fits.stream().mapToDouble(LawFit::aicc).min().orElseThrow();
    double total = fits.stream().mapToDouble(fit -> likelihood(fit, least)).sum();
    fits.replaceAll(fit -> fit.withWeight(likelihood(fit, least) / total));
    LawFit best =
        fits.stream()
            .filter(fit -> fit.aicc() <= least + choice.support())
            .min(
                Comparator.<LawFit>comparingInt(fit -> fit.law().parameters())
                    .thenComparingDouble(LawFit::aicc))
            .orElseThrow();
    if (best.explained() >= choice.explained()) {
      return RateFit.of(best, window, fits);
    }
    if (LawFit.constant(window) <= least + choice.support()) {
      return RateFit.none(NoLaw.FLAT, window, fits);
    }
    return best.runs() >= choice.runs()
        ? RateFit.of(best, window, fits)
        : RateFit.none(NoLaw.SYSTEMATIC, window, fits);
  }

  private static double likelihood(LawFit fit, double least) {
    return Math.exp((least - fit.aicc()) / 2);
  }
}
