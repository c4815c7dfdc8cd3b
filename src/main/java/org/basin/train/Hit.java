package org.basin.train;

/**
 * When a watched threshold was crossed.
 *
 * @param name the hitting time's name
 * @param step the first step at which it held; −1 if it never did (then censored at the trial's
 *     last step)
 */
public record Hit(String name, long step) {

  public boolean isCensored() {
    return step < 0;
  }
}
