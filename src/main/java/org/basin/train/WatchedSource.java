package org.basin.train;

import java.util.List;
import org.basin.probe.Probe;
import org.basin.probe.TrialView;
import org.basin.probe.general.LossProbe;

/** Reads one scalar observable at a step. */
interface WatchedSource {

  double value(TrialView view);

  /**
   * Returns the source of an observable.
   *
   * @throws IllegalStateException if it is no loss and none of {@code probes} records it
   */
  static WatchedSource of(String observable, List<Probe> probes) {
    if (observable.equals(LossProbe.LOSS)) {
      return TrialView::loss;
    }
    if (observable.equals(LossProbe.BATCH_LOSS)) {
      return TrialView::batchLoss;
    }
    for (Probe probe : probes) {
      if (probe.scalars().contains(observable)) {
        return new OfProbe(probe, observable);
      }
    }
    throw new IllegalStateException("no probe records " + observable);
  }

  /** Calls a probe and keeps one of its scalars. */
  final class OfProbe implements WatchedSource, Probe.Recorder {
    private final Probe probe;
    private final String observable;
    private double value;

    private OfProbe(Probe probe, String observable) {
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
