package org.basin.train;

import java.util.List;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * When a trial ends: the section {@code stop}.
 *
 * @param maxSteps the step budget; the trial is exhausted after this many updates
 * @param targetLoss converged at the first step with loss ≤ this; NaN for no target
 * @param gradientNorm converged at the first step with ‖∇loss‖ ≤ this; NaN for no such rule
 * @param divergenceFactor diverged at the first step whose loss (the minibatch's for a stochastic
 *     optimiser) is above this multiple of the loss at step 0
 * @param maxSeconds timed out when the trial itself has computed for longer; infinite for no limit.
 *     The only rule whose effect is not reproducible.
 */
public record StoppingRule(
    long maxSteps,
    double targetLoss,
    double gradientNorm,
    double divergenceFactor,
    double maxSeconds) {

  /** Budgets beyond this would overflow schedules, and never end. */
  private static final double MOST_STEPS = 1e12;

  static List<Key> keys() {
    return List.of(
        Key.integer("max-steps", Range.closed(0, MOST_STEPS), "step budget"),
        Key.real("target-loss", Range.NON_NEGATIVE, "converged at loss <= this; absent: no target")
            .optional(),
        Key.real(
                "gradient-norm",
                Range.NON_NEGATIVE,
                "converged at gradient norm <= this; absent: no such rule")
            .optional(),
        Key.real(
            "divergence-factor",
            Range.atLeast(1),
            "diverged beyond this multiple of the first loss"),
        Key.real("max-seconds", Range.POSITIVE, "wall-clock limit of a trial; absent: none")
            .optional());
  }

  static StoppingRule of(Section section) {
    return new StoppingRule(
        section.whole("max-steps"),
        section.has("target-loss") ? section.real("target-loss") : Double.NaN,
        section.has("gradient-norm") ? section.real("gradient-norm") : Double.NaN,
        section.real("divergence-factor"),
        section.has("max-seconds") ? section.real("max-seconds") : Double.POSITIVE_INFINITY);
  }

  boolean watchesLoss() {
    return !Double.isNaN(targetLoss);
  }

  boolean watchesGradient() {
    return !Double.isNaN(gradientNorm);
  }

  /**
   * Whether a step's loss means divergence: non-finite, or beyond the factor. A first loss below
   * rounding (2⁻⁵² of 1) counts as that, so that noise around 0 is no divergence.
   */
  boolean isDiverged(double loss, double first) {
    return !(Math.abs(loss) <= Double.MAX_VALUE) || loss > divergenceLimit(first);
  }

  /** The greatest loss that is no divergence. */
  double divergenceLimit(double first) {
    return divergenceFactor * Math.max(Math.abs(first), Math.ulp(1.0));
  }
}
