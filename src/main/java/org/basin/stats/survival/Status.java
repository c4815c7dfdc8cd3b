package org.basin.stats.survival;

/** What ended the time at risk of a trial. */
public enum Status {
  /** The trial hit. */
  HIT,
  /** The trial had not hit when its watching ended; it might have hit later. */
  CENSORED,
  /** The trial diverged before it hit. */
  DIVERGED,
  /** The trial failed before it hit. */
  FAILED,
  /** The trial's clock ran out before it hit. */
  TIMED_OUT;

  /** Whether it is an event after which the trial cannot hit any more. */
  public boolean isCompeting() {
    return this != HIT && this != CENSORED;
  }
}
