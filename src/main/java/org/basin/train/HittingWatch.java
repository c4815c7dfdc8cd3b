package org.basin.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.math3.util.ArithmeticUtils;
import org.basin.plan.HittingTime;
import org.basin.plan.hitting.Quantity;
import org.basin.probe.Probe;
import org.basin.probe.TrialView;
import org.basin.probe.general.LossProbe;

/** Watches the hitting times of one trial until nothing can change any of them. */
final class HittingWatch {

  private final List<Observed> observed;
  private final List<Watched> all = new ArrayList<>();

  /** An observable. It is read once a step while a hitting time needs it. */
  private static final class Observed {
    final WatchedSource source;

    /** Whether it is the loss that a step descends. */
    final boolean isDescended;

    /**
     * A number of steps that divides those between the looks of every hitting time that reads it.
     */
    long every;

    int open;
    double value;

    void readEvery(long steps) {
      every = ArithmeticUtils.gcd(every, steps);
    }

    Observed(WatchedSource source, boolean isDescended) {
      this.source = source;
      this.isDescended = isDescended;
    }
  }

  /**
   * A hitting time.
   *
   * @param over the observable by which the other is divided; null if there is none
   * @param observes whether all probes observe at the hit
   */
  private record Watched(Crossing crossing, Observed observable, Observed over, boolean observes) {

    boolean see(long step) {
      Quantity quantity = crossing.time().quantity();
      double level = quantity.level(observable.value, over == null ? 1 : over.value);
      boolean hit = crossing.see(step, level);
      if (hit) {
        open(-1);
      }
      return hit;
    }

    void open(int change) {
      observable.open += change;
      if (over != null) {
        over.open += change;
      }
    }

    void readEvery(long steps) {
      observable.readEvery(steps);
      if (over != null) {
        over.readEvery(steps);
      }
    }

    /** Whether the losses that steps descend tell which steps it must see. */
    boolean isBoundedByLoss() {
      return crossing.hasBounds() && over == null && observable.isDescended;
    }
  }

  /**
   * Makes a watch.
   *
   * @param times the hitting times in the order declared; every observable is {@code loss}, {@code
   *     batch-loss} or a scalar of one of {@code probes}
   * @param observing those that make all probes observe at the hit
   * @param descendsWhole whether the loss that a step descends is over all examples
   */
  HittingWatch(
      List<HittingTime> times,
      Set<HittingTime> observing,
      List<Probe> probes,
      boolean descendsWhole) {
    Map<String, Observed> byName = new LinkedHashMap<>();
    for (HittingTime time : times) {
      for (String name : time.observables()) {
        boolean isDescended =
            name.equals(LossProbe.BATCH_LOSS) || (descendsWhole && name.equals(LossProbe.LOSS));
        byName.computeIfAbsent(name, n -> new Observed(WatchedSource.of(n, probes), isDescended));
      }
      Quantity quantity = time.quantity();
      Watched watched =
          new Watched(
              new Crossing(time),
              byName.get(quantity.observable()),
              quantity.isRatio() ? byName.get(quantity.over()) : null,
              observing.contains(time));
      watched.open(1);
      watched.readEvery(time.every());
      all.add(watched);
    }
    this.observed = List.copyOf(byName.values());
  }

  /**
   * Looks at a step. The first one is step 0.
   *
   * @param isLast whether it is the trial's last, at which all hitting times look
   * @return whether a hitting time that makes probes observe was hit at this step
   */
  boolean see(TrialView view, boolean isLast) {
    long step = view.step();
    for (int i = 0; i < observed.size(); i++) {
      Observed each = observed.get(i);
      if (each.open > 0 && (isLast || step % each.every == 0)) {
        each.value = each.source.value(view);
      }
    }
    boolean observe = false;
    for (int i = 0; i < all.size(); i++) {
      Watched each = all.get(i);
      boolean looks = each.crossing.isOpen() && (isLast || each.crossing.looksAt(step));
      if (looks && each.see(step)) {
        observe |= each.observes;
      }
    }
    return observe;
  }

  /**
   * Whether the loss that a step descends, compared with {@link #low} and {@link #high}, tells
   * which of the steps before {@link #nextRequired} must be looked at.
   */
  boolean watchesLossAlone() {
    for (Watched each : all) {
      boolean skips = each.crossing.time().every() > 1;
      if (each.crossing.isOpen() && !skips && !each.isBoundedByLoss()) {
        return false;
      }
    }
    return true;
  }

  /** The next step that must be looked at whatever its loss is. */
  long nextRequired() {
    long next = Long.MAX_VALUE;
    for (Watched each : all) {
      next = Math.min(next, each.crossing.nextRequired());
    }
    return next;
  }

  /** A step whose loss is at most this value must be looked at; −∞ if there is none. */
  double low() {
    double low = Double.NEGATIVE_INFINITY;
    for (Watched each : all) {
      low = each.isBoundedByLoss() ? Math.max(low, each.crossing.low()) : low;
    }
    return low;
  }

  /** A step whose loss is at least this value must be looked at; ∞ if there is none. */
  double high() {
    double high = Double.POSITIVE_INFINITY;
    for (Watched each : all) {
      high = each.isBoundedByLoss() ? Math.min(high, each.crossing.high()) : high;
    }
    return high;
  }

  /** The hits if the last step seen is the trial's last. */
  List<Hit> hits() {
    return all.stream().map(each -> each.crossing.hit()).toList();
  }
}
