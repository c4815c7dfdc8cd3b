package org.basin.engine.work;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.basin.plan.HittingTime;
import org.basin.plan.TrialSpec;
import org.basin.train.Outcome;
import org.basin.train.TrainingWatch;

/** Trains trials: {@code Trainer::train}, or a replacement in the engine's own tests. */
@FunctionalInterface
public interface Training extends Serializable {

  /** Trains as {@link org.basin.train.Trainer#train} does. */
  Iterator<Outcome> train(Iterator<TrialSpec> specs, List<HittingTime> watched, int lanes);

  /** Trains in the same way and tells {@code watch} of it, if this training can. */
  default Iterator<Outcome> train(
      Iterator<TrialSpec> specs, List<HittingTime> watched, int lanes, TrainingWatch watch) {
    return train(specs, watched, lanes);
  }

  /**
   * Returns a training that also records in {@link InFlightRecord} which trials it trains.
   *
   * @param folder the folder of the record
   * @param isAlone whether nothing else trains at the same time
   */
  default Training recording(String folder, boolean isAlone) {
    return this;
  }
}
