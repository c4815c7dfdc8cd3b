package org.basin.stats.curve;

import java.util.List;

/**
 * The law of one curve.
 *
 * @param chosen the law that was chosen; null if none describes the curve
 * @param problem why there is none; null if there is one
 * @param fromStep the first step of the window; −1 if there is no window
 * @param toStep its last step
 * @param count the number of observations in it
 * @param fits every law that was fitted, in the order of {@link RateLaw}
 */
public record RateFit(
    LawFit chosen, NoLaw problem, long fromStep, long toStep, int count, List<LawFit> fits) {

  public RateFit {
    fits = List.copyOf(fits);
  }

  static RateFit of(LawFit chosen, LogWindow window, List<LawFit> fits) {
    return made(chosen, null, window, fits);
  }

  static RateFit none(NoLaw problem, LogWindow window, List<LawFit> fits) {
    return made(null, problem, window, fits);
  }

  private static RateFit made(LawFit chosen, NoLaw problem, LogWindow window, List<LawFit> fits) {
    double[] steps = window.steps();
    int n = steps.length;
    return n == 0
        ? new RateFit(chosen, problem, -1, -1, 0, fits)
        : new RateFit(chosen, problem, (long) steps[0], (long) steps[n - 1], n, fits);
  }
}
