package org.basin.testing;

import org.basin.plan.HittingTime;
import org.basin.plan.hitting.Persistence;
import org.basin.plan.hitting.Quantity;
import org.basin.plan.hitting.Threshold;

/** Hitting times by their definition, from the values at every step, for tests to compare with. */
public final class HittingScan {

  private HittingScan() {}

  /**
   * The hit of a trial that ended at the last of the steps.
   *
   * @param values the observable at each step from 0
   * @param over the observable by which it is divided; ignored if it is not divided
   * @return −1 if there is none
   */
  public static long hit(HittingTime time, double[] values, double[] over) {
    double[] x = quantity(time.quantity(), values, over);
    Persistence persistence = time.persistence();
    int k = (int) persistence.inARow();
    boolean[] beyond = new boolean[x.length];
    for (int n = 0; n < x.length; n++) {
      beyond[n] = isBeyond(time, x, n);
    }
    for (int n = k - 1; n < x.length; n++) {
      int last = persistence.forGood() ? x.length - 1 : n;
      boolean all = true;
      for (int i = n - k + 1; i <= last; i++) {
        all &= beyond[i];
      }
      if (all) {
        return n;
      }
    }
    return -1;
  }

  private static double[] quantity(Quantity quantity, double[] values, double[] over) {
    double[] level = values.clone();
    for (int n = 0; quantity.isRatio() && n < level.length; n++) {
      level[n] = values[n] / over[n];
    }
    double[] x = new double[level.length];
    for (int n = 0; n < x.length; n++) {
      double before = n == 0 ? Double.NaN : level[n - 1];
      double log = before == level[n] ? level[n] - before : logRatio(before, level[n]);
      double change =
          switch (quantity.form()) {
            case VALUE -> 0;
            case RATE -> level[n] - before;
            case SPEED -> Math.abs(level[n] - before);
            case LOG_RATE -> log;
            case LOG_SPEED -> Math.abs(log);
          };
      x[n] = quantity.isChange() ? (Double.isInfinite(change) ? Double.NaN : change) : level[n];
    }
    return x;
  }

  private static double logRatio(double before, double now) {
    return before > 0 && now > 0 ? StrictMath.log1p((now - before) / before) : Double.NaN;
  }

  private static boolean isBeyond(HittingTime time, double[] x, int n) {
    Threshold threshold = time.threshold();
    double limit = threshold.value();
    switch (threshold.reference()) {
      case NONE -> {}
      case START -> limit *= x[time.quantity().isChange() ? Math.min(1, n) : 0];
      case MIN_SO_FAR, MAX_SO_FAR -> {
        double extreme = Double.NaN;
        for (int i = 0; i < n; i++) {
          boolean isMin = threshold.reference() == Threshold.Reference.MIN_SO_FAR;
          if (Double.isNaN(extreme) || (isMin ? x[i] < extreme : x[i] > extreme)) {
            extreme = x[i];
          }
        }
        limit *= extreme;
      }
    }
    return threshold.below() ? x[n] < limit : x[n] >= limit;
  }
}
