package org.basin.plan;

import java.io.Serializable;
import java.util.List;
import org.basin.plan.hitting.Persistence;
import org.basin.plan.hitting.Quantity;
import org.basin.plan.hitting.Threshold;
import org.basin.plan.hitting.Threshold.Reference;

/**
 * A step to watch for: that at which a quantity has passed a threshold, for as long as is asked.
 *
 * @param name the name of the hitting time in tables
 * @param quantity what is compared
 * @param threshold what it must pass
 * @param persistence how long it must stay beyond
 * @param observe whether every probe observes at the hit; such a hitting time is part of the
 *     trial's identity, because it changes what the trial records
 * @param every how many steps there are from one look at the quantity to the next; &ge; 1. The
 *     trial's last step is looked at too. More than 1 only for the first crossing, or that for
 *     good, of the value itself
 */
public record HittingTime(
    String name,
    Quantity quantity,
    Threshold threshold,
    Persistence persistence,
    boolean observe,
    long every)
    implements Serializable {

  /** A hitting time that is watched at every step. */
  public HittingTime(
      String name,
      Quantity quantity,
      Threshold threshold,
      Persistence persistence,
      boolean observe) {
    this(name, quantity, threshold, persistence, observe, 1);
  }

  /**
   * The first step at which an observable is beyond a threshold.
   *
   * @param relative whether the threshold is a multiple of the observable's value at step 0
   */
  public HittingTime(
      String name,
      String observable,
      double threshold,
      boolean below,
      boolean relative,
      boolean observe) {
    this(
        name,
        Quantity.of(observable),
        new Threshold(threshold, below, relative ? Reference.START : Reference.NONE),
        Persistence.FIRST,
        observe);
  }

  /** The scalar observables that are watched for it. */
  public List<String> observables() {
    return quantity.observables();
  }

  /**
   * Whether {@code other} is hit at the same step of every trial. The names may differ, and how
   * often they are looked at, which decides how closely the step is known.
   */
  public boolean isSameAs(HittingTime other) {
    return quantity.equals(other.quantity)
        && threshold.equals(other.threshold)
        && persistence.equals(other.persistence);
  }
}
