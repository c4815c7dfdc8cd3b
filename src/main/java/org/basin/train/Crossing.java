package org.basin.train;

import org.basin.plan.HittingTime;
import org.basin.plan.hitting.Persistence;
import org.basin.plan.hitting.Threshold;
import org.basin.plan.hitting.Threshold.Reference;

/**
 * Where one hitting time of a trial stands. It sees the steps in order. If it {@link #hasBounds},
 * it may be shown no step before {@link #nextRequired} at which its level lies strictly between
 * {@link #low} and {@link #high}: nothing changes there.
 */
final class Crossing {

  private static final long NONE = -1;

  private final HittingTime time;
  private final Threshold threshold;
  private final Persistence persistence;
  private double reference = Double.NaN;
  private double levelBefore = Double.NaN;

  /** The first step of the run that goes on; −1 if the quantity is not beyond the threshold. */
  private long run = NONE;

  /** The first step at which that run may have begun. */
  private long runLow = NONE;

  private long last = NONE;
  private long hit = NONE;

  Crossing(HittingTime time) {
    this.time = time;
    this.threshold = time.threshold();
    this.persistence = time.persistence();
  }

  HittingTime time() {
    return time;
  }

  /**
   * Looks at a step. The first one is step 0.
   *
   * @param level the level of the quantity
   * @return whether the hit is this step; never for good, which is known only at the end
   */
  boolean see(long step, double level) {
    double x = level;
    boolean isChange = time.quantity().isChange();
    if (isChange) {
      x = time.quantity().change(levelBefore, level, 1);
      levelBefore = level;
    }
    if (threshold.reference() == Reference.START && step == (isChange ? 1 : 0)) {
      reference = x;
    }
    boolean beyond = threshold.isBeyond(x, threshold.limit(reference));
    reference = threshold.follow(reference, x);
    long before = last;
    last = step;
    if (!beyond) {
      run = NONE;
      return false;
    }
    if (run == NONE) {
      run = step;
      runLow = time.every() == 1 ? step : before + 1;
    }
    if (persistence.forGood() || step < persistence.hit(run)) {
      return false;
    }
    hit = persistence.hit(run);
    return true;
  }

  /** Whether later steps may change the hit. */
  boolean isOpen() {
    return hit == NONE;
  }

  /** The hit if the last step seen is the trial's last. */
  Hit hit() {
    boolean stays = persistence.forGood() && run != NONE && persistence.hit(run) <= last;
    long step = stays ? persistence.hit(run) : hit;
    return new Hit(time, step == NONE ? NONE : step - (run - runLow), step);
  }

  /** Whether it looks at a step that is not the trial's last. */
  boolean looksAt(long step) {
    return step % time.every() == 0;
  }

  /**
   * Whether only a level that crosses a bound can change anything before the next step required.
   */
  boolean hasBounds() {
    return time.every() == 1 && !time.quantity().isChange() && !threshold.isMoving();
  }

  /** The next step that must be seen whatever its level is. */
  long nextRequired() {
    if (time.every() > 1) {
      return isOpen() ? (last / time.every() + 1) * time.every() : Long.MAX_VALUE;
    }
    boolean counts = isOpen() && run != NONE && !persistence.forGood();
    return counts ? persistence.hit(run) : Long.MAX_VALUE;
  }

  /** A level above this value neither begins nor ends a run. */
  double low() {
    double limit = threshold.limit(reference);
    if (!isOpen() || Double.isNaN(limit) || threshold.below() != (run == NONE)) {
      return Double.NEGATIVE_INFINITY;
    }
    // A run of values of at least the limit ends below it; one of values below it begins there.
    return run == NONE ? limit : Math.nextDown(limit);
  }

  /** A level below this value neither begins nor ends a run. */
  double high() {
    double limit = threshold.limit(reference);
    boolean rises = threshold.below() != (run == NONE);
    return isOpen() && rises && !Double.isNaN(limit) ? limit : Double.POSITIVE_INFINITY;
  }
}
