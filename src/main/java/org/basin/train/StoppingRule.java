package org.basin.train;

import java.util.List;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * The rules that end a trial: the section {@code stop}.
 *
 * @param maxSteps the step budget; the trial is exhausted after this many updates
 * @param targetLoss the trial has converged at the first step with loss ≤ this value; NaN for no
 *     target
 * @param gradientNorm the trial has converged at the first step with ‖∇loss‖ ≤ this value; NaN for
 *     no such rule
 * @param divergenceFactor the trial has diverged at the first step whose loss is above this
 *     multiple of the loss at step 0; for a stochastic optimiser, the loss is that of the minibatch
 * @param every how many steps there are from one look at {@code targetLoss} and {@code
 *     gradientNorm} to the next; &ge; 1
 * @param maxSeconds the trial has timed out when it has computed for longer than this, in seconds;
 *     infinite for no limit. This is the only rule whose effect is not reproducible
 */
public record StoppingRule(
    long maxSteps,
    double targetLoss,
    double gradientNorm,
    double divergenceFactor,
    long every,
    double maxSeconds) {

  /**
   * The max step budget. With a larger one, schedules would overflow and the trial would never end.
   */
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
        Key.integer(
            "every",
            Range.atLeast(1),
            "steps from one look at target-loss and gradient-norm to the next"),
        Key.real("max-seconds", Range.POSITIVE, "wall-clock limit of a trial; absent: none")
            .optional());
  }

  static StoppingRule of(Section section) {
    return new StoppingRule(
        section.whole("max-steps"),
        section.has("target-loss") ? section.real("target-loss") : Double.NaN,
        section.has("gradient-norm") ? section.real("gradient-norm") : Double.NaN,
        section.real("divergence-factor"),
        section.whole("every"),
        section.has("max-seconds") ? section.real("max-seconds") : Double.POSITIVE_INFINITY);
  }

  boolean watchesLoss() {
    return !Double.isNaN(targetLoss);
  }

  boolean watchesGradient() {
    return !Double.isNaN(gradientNorm);
  }

  /** Whether it looks at whether the trial has converged. */
  boolean looksAt(long step) {
    return step % every == 0 || step >= maxSteps;
  }

  /** The first step after {@code step} at which it looks at whether the trial has converged. */
  long nextLook(long step) {
    return watchesLoss() || watchesGradient() ? (step / every + 1) * every : Long.MAX_VALUE;
  }

  /**
   * Whether a step's loss means divergence: it is non-finite, or above the factor times the first
   * loss. A first loss below 2⁻⁵² counts as 2⁻⁵², so that rounding errors around 0 are no
   * divergence.
   */
  boolean isDiverged(double loss, double first) {
    return !(Math.abs(loss) <= Double.MAX_VALUE) || loss > divergenceLimit(first);
  }

  /** The max loss that is not divergence. */
  double divergenceLimit(double first) {
    return divergenceFactor * Math.max(Math.abs(first), Math.ulp(1.0));
  }
}
