package org.basin.plan;

import java.io.Serializable;

/**
 * A threshold to watch: the first step at which an observable crosses it.
 *
 * @param name of the hitting time, for tables
 * @param observable a scalar observable: {@code loss}, {@code weight-norm} …
 * @param threshold the value to cross
 * @param below true for the first step with observable &lt; threshold, false for ≥
 * @param relative whether the threshold is a multiple of the observable's value at step 0
 * @param observe whether every probe observes at the hit; such a hitting time is part of the
 *     trial's identity, because it changes what the trial leaves
 */
public record HittingTime(
    String name,
    String observable,
    double threshold,
    boolean below,
    boolean relative,
    boolean observe)
    implements Serializable {

  /** Whether {@code value} has crossed, given the value at step 0. NaN never has. */
  public boolean isHit(double value, double initial) {
    double limit = limit(initial);
    return below ? value < limit : value >= limit;
  }

  /** What is to be crossed, given the value at step 0. */
  public double limit(double initial) {
    return relative ? threshold * initial : threshold;
  }
}
