package org.basin.train;

import org.basin.plan.HittingTime;

/**
 * The step at which a watched threshold was crossed.
 *
 * @param time the hitting time that was watched
 * @param step the first step at which the threshold was crossed; −1 if it never was, in which case
 *     it is censored at the trial's last step
 */
public record Hit(HittingTime time, long step) {

  public boolean isCensored() {
    return step < 0;
  }
}
