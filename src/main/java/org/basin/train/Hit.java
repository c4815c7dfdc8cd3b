package org.basin.train;

/**
 * The step at which a watched threshold was crossed.
 *
 * @param name the hitting time's name
 * @param step the first step at which the threshold was crossed; −1 if it never was, in which case
 *     it is censored at the trial's last step
 */
public record Hit(String name, long step) {

  public boolean isCensored() {
    return step < 0;
  }
}
