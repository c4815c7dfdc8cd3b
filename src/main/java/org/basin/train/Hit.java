package org.basin.train;

import org.basin.plan.HittingTime;

/**
 * The step at which a watched threshold was crossed.
 *
 * @param time the hitting time that was watched
 * @param low the first step that may be the hit, after the look before; −1 if it is censored
 * @param step the first step looked at at which the threshold was crossed, which is {@code low} if
 *     every step was; −1 if it never was, in which case it is censored at the trial's last step
 */
public record Hit(HittingTime time, long low, long step) {

  /** A hit at a step that is known exactly; −1 if it is censored. */
  public Hit(HittingTime time, long step) {
    this(time, step, step);
  }

  public boolean isCensored() {
    return step < 0;
  }
}
