package org.basin.plan;

import java.io.Serializable;

/**
 * A threshold to watch: the first step at which an observable crosses it.
 *
 * @param name the name of the hitting time in tables
 * @param observable a scalar observable, such as {@code loss} or {@code weight-norm}
 * @param threshold the value to cross
 * @param below whether a hit is the first step with observable &lt; threshold; if false, it is the
 *     first step with observable ≥ threshold
 * @param relative whether the threshold is a multiple of the observable's value at step 0
 * @param observe whether every probe observes at the hit; such a hitting time is part of the
 *     trial's identity, because it changes what the trial records
 */
public record HittingTime(
    String name,
    String observable,
    double threshold,
    boolean below,
    boolean relative,
    boolean observe)
    implements Serializable {

  /** Whether {@code value} has crossed the threshold, given the value at step 0. NaN has not. */
  public boolean isHit(double value, double initial) {
    double limit = limit(initial);
    return below ? value < limit : value >= limit;
  }

  /** The value to cross, given the value at step 0. */
  public double limit(double initial) {
    return relative ? threshold * initial : threshold;
  }
}
