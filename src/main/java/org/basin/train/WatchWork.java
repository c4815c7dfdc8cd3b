package org.basin.train;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.basin.nn.Minibatch;
import org.basin.nn.Shape;
import org.basin.plan.HittingTime;
import org.basin.probe.ModelWork;
import org.basin.probe.ModelWork.Reading;
import org.basin.probe.Probe;
import org.basin.probe.WholeLoss;
import org.basin.probe.general.LossProbe;

/**
 * The work of watching a trial that uses its whole step budget and hits nothing: what its probes,
 * hitting times and stopping rules do besides its steps. The schedule says how many observations
 * there are, each of them says what one costs, and the sum is the price.
 */
final class WatchWork {

  private final TrialParts parts;
  private final double steps;
  private final double parameters;
  private final Map<Reading, Double> readings = new EnumMap<>(Reading.class);
  private ModelWork own = ModelWork.NONE;
  private double looks;

  private WatchWork(TrialParts parts) {
    this.parts = parts;
    this.steps = parts.stop().maxSteps() + 1.0;
    this.parameters = Shape.size(parts.model().shapes());
  }

  static WatchWork of(TrialParts parts) {
    WatchWork all = new WatchWork(parts);
    all.observations();
    all.followers();
    all.hittingTimes();
    all.stoppingRules();
    return all;
  }

  /** The number of steps at which the trial is looked at; at most all. */
  double looks() {
    return Math.min(steps, looks);
  }

  /** The work of all looks together, with what they read of the view as passes. */
  ModelWork total() {
    ModelWork sum = own;
    for (Map.Entry<Reading, Double> each : readings.entrySet()) {
      double count = Math.min(steps, each.getValue());
      sum = sum.and(price(each.getKey()).times(count));
    }
    return sum;
  }

  private void observations() {
    ModelWork look = ModelWork.NONE;
    for (Probe probe : parts.probes()) {
      look = look.and(look(probe));
      add(probe.cost().start(), 1);
    }
    double count = parts.schedule().count(parts.stop().maxSteps());
    add(look, count);
    looks += count;
  }

  /** The work of one observation of a probe. */
  private ModelWork look(Probe probe) {
    return probe.cost().look().andElements(parameters).andRecords(probe.scalars().size());
  }

  private void followers() {
    ModelWork step = ModelWork.NONE;
    boolean follows = false;
    for (Probe probe : parts.probes()) {
      if (probe.followsEveryStep()) {
        follows = true;
        step = step.and(probe.cost().step()).andElements(parameters);
      }
    }
    if (follows) {
      add(step, steps);
      looks += steps;
    }
  }

  /**
   * Every observable that is watched is read once at a step, however many hitting times want it.
   */
  private void hittingTimes() {
    Map<String, Long> every = new TreeMap<>();
    for (HittingTime time : parts.watched().times()) {
      time.observables().forEach(name -> every.merge(name, time.every(), Math::min));
      if (!isBoundedByLoss(time)) {
        looks += steps / time.every();
      }
    }
    every.forEach((name, k) -> add(reading(name), Math.ceil(steps / k)));
  }

  private ModelWork reading(String observable) {
    if (observable.equals(LossProbe.LOSS)) {
      return ModelWork.NONE.andReading(Reading.LOSS);
    }
    for (Probe probe : parts.probes()) {
      if (!observable.equals(LossProbe.BATCH_LOSS) && probe.scalars().contains(observable)) {
        return look(probe);
      }
    }
    return ModelWork.NONE;
  }

  /** Whether the losses of a kernel's steps tell where it must look. */
  private boolean isBoundedByLoss(HittingTime time) {
    boolean descended =
        time.observables().equals(List.of(LossProbe.BATCH_LOSS))
            || (isFullBatch() && time.observables().equals(List.of(LossProbe.LOSS)));
    return descended && new Crossing(time).hasBounds();
  }

  private void stoppingRules() {
    StoppingRule stop = parts.stop();
    if (stop.watchesLoss() && !(isFullBatch() && stop.every() == 1)) {
      stop(Reading.LOSS);
    }
    if (stop.watchesGradient()) {
      stop(Reading.GRADIENT);
    }
  }

  private void stop(Reading reading) {
    double count = Math.ceil(steps / parts.stop().every());
    add(ModelWork.NONE.andReading(reading), count);
    looks += count;
  }

  private boolean isFullBatch() {
    return parts.optimiser().minibatch() == null;
  }

  private void add(ModelWork work, double count) {
    work.readings().forEach(reading -> readings.merge(reading, count, Double::sum));
    own = own.and(passes(work).times(count));
  }

  /** The work without what it reads of the view, with gradients of the whole loss as passes. */
  private ModelWork passes(ModelWork work) {
    ModelWork gradient = WholeLoss.gradient(parts.data());
    return work.withoutShared().and(gradient.times(work.gradients()));
  }

  /** What reading a value of the view costs; nothing where a step computes it anyway. */
  private ModelWork price(Reading reading) {
    boolean alone = parts.laneShape() == null;
    boolean descendsWhole = isFullBatch() && !parts.model().trainsOnBatches();
    boolean lossKnown = isFullBatch() && !(alone && parts.model().trainsOnBatches());
    return switch (reading) {
      case OUTPUTS -> ModelWork.forward(WholeLoss.examples(parts.data()));
      case LOSS ->
          lossKnown || parts.wholeLoss() == null ? ModelWork.NONE : WholeLoss.value(parts.data());
      case GRADIENT -> {
        boolean stepHasIt = alone && (descendsWhole || parts.wholeLoss() == null);
        yield stepHasIt
            ? ModelWork.NONE
            : parts.wholeLoss() == null ? batchGradient() : WholeLoss.gradient(parts.data());
      }
    };
  }

  private ModelWork batchGradient() {
    Minibatch batch = parts.optimiser().minibatch();
    double passed = batch == null ? WholeLoss.examples(parts.data()) : batch.size();
    return ModelWork.forward(passed).andBackward(passed);
  }
}
