package org.basin.tables;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.basin.plan.HittingTime;
import org.basin.plan.hitting.Quantity;
import org.basin.plan.hitting.Threshold;
import org.basin.plan.hitting.Threshold.Reference;
import org.basin.train.Series;

/**
 * The quantity of a hitting time as a trial's observations tell it. A value belongs to the step at
 * which it was observed. A change is the mean over the steps between two observations, so it
 * belongs to some step among them.
 */
final class ObservedQuantity {

  private final long[] from;
  private final long[] to;
  private final boolean[] beyond;
  private final long firstStep;

  private ObservedQuantity(long[] from, long[] to, boolean[] beyond, long firstStep) {
    this.from = from;
    this.to = to;
    this.beyond = beyond;
    this.firstStep = firstStep;
  }

  /**
   * Reads the quantity.
   *
   * @param all the series of a trial
   * @return empty if an observable was not observed, or not often enough: see {@link #isTold}
   */
  static Optional<ObservedQuantity> of(HittingTime time, List<Series> all) {
    Quantity quantity = time.quantity();
    Series levels = series(all, quantity.observable());
    if (levels != null && quantity.isRatio()) {
      levels = ratio(quantity, levels, series(all, quantity.over()));
    }
    if (levels == null || levels.steps().length == 0) {
      return Optional.empty();
    }
    if (!isTold(time, levels)) {
      return Optional.empty();
    }
    return Optional.of(
        quantity.isChange()
            ? changes(time, levels)
            : compared(time.threshold(), levels.steps(), levels.steps(), levels.values(), 0));
  }

  /**
   * Whether the observations tell the threshold. All steps do. If some were not observed, they do
   * not tell the change at step 1, of which a threshold may be a multiple, nor how a min or max
   * that moves with the quantity lies to it. But a rise from the min so far, or a fall from the max
   * so far, of a quantity that is never negative leaves the min or max where it was observed.
   */
  private static boolean isTold(HittingTime time, Series levels) {
    long[] steps = levels.steps();
    if (steps[steps.length - 1] == steps.length - 1) {
      return true;
    }
    Threshold threshold = time.threshold();
    boolean isChange = time.quantity().isChange();
    return switch (threshold.reference()) {
      case NONE -> true;
      case START -> !isChange || (steps.length > 1 && steps[1] == 1);
      case MIN_SO_FAR ->
          !isChange && !threshold.below() && threshold.value() >= 1 && isNeverNegative(levels);
      case MAX_SO_FAR ->
          !isChange
              && threshold.below()
              && threshold.value() >= 0
              && threshold.value() <= 1
              && isNeverNegative(levels);
    };
  }

  private static boolean isNeverNegative(Series levels) {
    return Arrays.stream(levels.values()).noneMatch(value -> value < 0);
  }

  private static Series series(List<Series> all, String observable) {
    return all.stream()
        .filter(each -> each.observable().equals(observable))
        .findFirst()
        .orElse(null);
  }

  /** Divides at the steps at which both were observed. Returns null if the divisor never was. */
  private static Series ratio(Quantity quantity, Series over, Series under) {
    if (under == null) {
      return null;
    }
    long[] steps = new long[over.steps().length];
    double[] values = new double[steps.length];
    int count = 0;
    for (int i = 0, j = 0; i < steps.length && j < under.steps().length; ) {
      long a = over.steps()[i];
      long b = under.steps()[j];
      if (a == b) {
        steps[count] = a;
        values[count++] = quantity.level(over.values()[i], under.values()[j]);
      }
      i += a <= b ? 1 : 0;
      j += b <= a ? 1 : 0;
    }
    return new Series(
        over.observable(),
        Series.SCALAR,
        Arrays.copyOf(steps, count),
        Arrays.copyOf(values, count));
  }

  private static ObservedQuantity changes(HittingTime time, Series levels) {
    long[] steps = levels.steps();
    int count = steps.length - 1;
    long[] from = new long[count];
    long[] to = new long[count];
    double[] means = new double[count];
    for (int i = 0; i < count; i++) {
      from[i] = steps[i] + 1;
      to[i] = steps[i + 1];
      means[i] =
          time.quantity()
              .change(levels.values()[i], levels.values()[i + 1], steps[i + 1] - steps[i]);
    }
    return compared(time.threshold(), from, to, means, 1);
  }

  private static ObservedQuantity compared(
      Threshold threshold, long[] from, long[] to, double[] values, long firstStep) {
    boolean[] beyond = new boolean[values.length];
    double reference = Double.NaN;
    if (threshold.reference() == Reference.START && values.length > 0) {
      reference = values[0];
    }
    for (int i = 0; i < values.length; i++) {
      beyond[i] = threshold.isBeyond(values[i], threshold.limit(reference));
      reference = threshold.follow(reference, values[i]);
    }
    return new ObservedQuantity(from, to, beyond, firstStep);
  }

  int size() {
    return beyond.length;
  }

  /** The first step to which value {@code i} may belong; ascending. */
  long from(int i) {
    return from[i];
  }

  /** The last step to which value {@code i} may belong; ascending. */
  long to(int i) {
    return to[i];
  }

  /** Whether value {@code i} is beyond the threshold. */
  boolean isBeyond(int i) {
    return beyond[i];
  }

  /** The first step at which the quantity is defined. */
  long firstStep() {
    return firstStep;
  }
}
