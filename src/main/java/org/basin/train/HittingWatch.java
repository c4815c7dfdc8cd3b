package org.basin.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.basin.plan.HittingTime;
import org.basin.probe.Probe;
import org.basin.probe.TrialView;
import org.basin.probe.general.LossProbe;

/** Watches the hitting times of one trial at every step until all of them are hit. */
final class HittingWatch {

  private final List<HittingTime> times;
  private final Set<HittingTime> observing;
  private final double[] initial;
  private final long[] hits;
  private final List<Group> groups;
  private final boolean descendsWhole;

  /** Reads one observable at a step. */
  private interface Source {
    double value(TrialView view);
  }

  /**
   * The hitting times of one observable. It is read once for each step until all of them are hit.
   */
  private static final class Group {
    final boolean ofLoss;
    final Source source;
    final int[] indices;
    int open;

    Group(boolean ofLoss, Source source, int[] indices) {
      this.ofLoss = ofLoss;
      this.source = source;
      this.indices = indices;
      this.open = indices.length;
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
    this.descendsWhole = descendsWhole;
    this.times = times;
    this.observing = observing;
    this.initial = new double[times.size()];
    this.hits = new long[times.size()];
    Arrays.fill(hits, -1);
    this.groups = new ArrayList<>(times.size());
    List<String> observables = new ArrayList<>(times.size());
    for (HittingTime time : times) {
      String observable = time.observable();
      if (!observables.contains(observable)) {
        observables.add(observable);
        groups.add(
            new Group(isDescended(observable), source(observable, probes), indices(observable)));
      }
    }
  }

  private int[] indices(String observable) {
    int[] indices = new int[times.size()];
    int count = 0;
    for (int i = 0; i < indices.length; i++) {
      if (times.get(i).observable().equals(observable)) {
        indices[count++] = i;
      }
    }
    return Arrays.copyOf(indices, count);
  }

  private static Source source(String observable, List<Probe> probes) {
    if (observable.equals(LossProbe.LOSS)) {
      return TrialView::loss;
    }
    if (observable.equals(LossProbe.BATCH_LOSS)) {
      return TrialView::batchLoss;
    }
    for (Probe probe : probes) {
      if (probe.scalars().contains(observable)) {
        return new ProbeSource(probe, observable);
      }
    }
    throw new IllegalStateException("no probe records " + observable);
  }

  /**
   * Looks at a step. The first one is step 0.
   *
   * @return whether a hitting time that makes probes observe was hit at this step
   */
  boolean see(TrialView view) {
    boolean observe = false;
    for (int g = 0; g < groups.size(); g++) {
      if (groups.get(g).open > 0) {
        observe |= see(view, groups.get(g));
      }
    }
    return observe;
  }

  private boolean see(TrialView view, Group group) {
    boolean observe = false;
    double value = group.source.value(view);
    for (int i : group.indices) {
      if (view.step() == 0) {
        initial[i] = value;
      }
      if (hits[i] < 0 && times.get(i).isHit(value, initial[i])) {
        hits[i] = view.step();
        group.open--;
        observe |= observing.contains(times.get(i));
      }
    }
    return observe;
  }

  /** Whether the loss that a step descends suffices for everything that is still watched. */
  boolean watchesLossAlone() {
    for (Group group : groups) {
      if (group.open > 0 && !group.ofLoss) {
        return false;
      }
    }
    return true;
  }

  /**
   * A loss above this value hits no hitting time that asks for a value below its threshold; −∞ if
   * none does.
   */
  double lossBelow() {
    double limit = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < hits.length; i++) {
      if (isOpenForLoss(i) && times.get(i).below()) {
        limit = Math.max(limit, times.get(i).limit(initial[i]));
      }
    }
    return limit;
  }

  /**
   * A loss below this value hits no hitting time that asks for a value above its threshold; ∞ if
   * none does.
   */
  double lossAbove() {
    double limit = Double.POSITIVE_INFINITY;
    for (int i = 0; i < hits.length; i++) {
      if (isOpenForLoss(i) && !times.get(i).below()) {
        limit = Math.min(limit, times.get(i).limit(initial[i]));
      }
    }
    return limit;
  }

  private boolean isOpenForLoss(int i) {
    return hits[i] < 0
        && isDescended(times.get(i).observable())
        && !Double.isNaN(times.get(i).limit(initial[i]));
  }

  private boolean isDescended(String observable) {
    return observable.equals(LossProbe.BATCH_LOSS)
        || (descendsWhole && observable.equals(LossProbe.LOSS));
  }

  List<Hit> hits() {
    List<Hit> result = new ArrayList<>();
    for (int i = 0; i < hits.length; i++) {
      result.add(new Hit(times.get(i), hits[i]));
    }
    return result;
  }

  /** Calls a probe and keeps one of its scalars. */
  private static final class ProbeSource implements Source, Probe.Recorder {
    private final Probe probe;
    private final String observable;
    private double value;

    ProbeSource(Probe probe, String observable) {
      this.probe = probe;
      this.observable = observable;
    }

    @Override
    public double value(TrialView view) {
      value = Double.NaN;
      probe.observe(view, this);
      return value;
    }

    @Override
    public void record(String name, double x) {
      if (name.equals(observable)) {
        value = x;
      }
    }

    @Override
    public void record(String name, int component, double x) {
      // Only scalars are watched.
    }
  }
}
