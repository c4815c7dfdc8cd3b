package org.basin.train;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.basin.plan.HittingTime;
import org.basin.probe.general.LossProbe;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/**
 * The hitting times of one trial: those that the sweep watches, then those of the trial's own
 * settings.
 *
 * @param times the hitting times in the order declared; their names differ
 * @param observing those that make all probes observe; only the trial's own can, since observations
 *     belong to its identity
 */
record WatchList(List<HittingTime> times, Set<HittingTime> observing) {

  /**
   * Makes the list of a trial.
   *
   * @param sweeps the sweep's hitting times; one that the trial's settings repeat is watched once
   * @param observe the trial's section {@code observe}
   * @param scalars the scalar observables that the trial's probes record
   * @param lossKnown whether the loss over all examples is known
   * @throws SpecException if two hitting times have the same name, or one watches what is not
   *     recorded
   */
  static WatchList of(
      List<HittingTime> sweeps, Section observe, Collection<String> scalars, boolean lossKnown) {
    List<HittingTime> own = new ArrayList<>();
    for (Section section : observe.sections(TrialSchema.HITTING_TIMES)) {
      own.add(HittingTimes.CATALOGUE.of(section).create(section));
    }
    List<HittingTime> times = new ArrayList<>(sweeps);
    for (HittingTime time : own) {
      if (!sweeps.contains(time)) {
        times.add(time);
      }
    }
    String path = observe.path() + "." + TrialSchema.HITTING_TIMES;
    Set<HittingTime> observing = new HashSet<>();
    for (int i = 0; i < times.size(); i++) {
      HittingTime time = times.get(i);
      if (time.observe() && own.contains(time)) {
        observing.add(time);
      }
      check(time, times.subList(0, i), scalars, lossKnown, path);
    }
    return new WatchList(List.copyOf(times), observing);
  }

  private static void check(
      HittingTime time,
      List<HittingTime> before,
      Collection<String> scalars,
      boolean lossKnown,
      String path) {
    for (HittingTime other : before) {
      if (other.name().equals(time.name())) {
        throw new SpecException(
            path, "has two named " + time.name() + ", must have different names");
      }
    }
    for (String observable : time.observables()) {
      check(time.name(), observable, scalars, lossKnown, path);
    }
  }

  private static void check(
      String name, String observable, Collection<String> scalars, boolean lossKnown, String path) {
    boolean isLoss = observable.equals(LossProbe.LOSS);
    if (isLoss && !lossKnown) {
      throw new SpecException(
          path, name + " watches loss, which is not known here, must watch batch-loss");
    }
    if (!isLoss && !observable.equals(LossProbe.BATCH_LOSS) && !scalars.contains(observable)) {
      throw new SpecException(
          path,
          name
              + " watches "
              + observable
              + ", must be loss, batch-loss or a scalar of observe.probes: "
              + String.join(", ", scalars));
    }
  }
}
