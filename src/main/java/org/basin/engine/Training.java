package org.basin.engine;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.basin.plan.HittingTime;
import org.basin.plan.TrialSpec;
import org.basin.train.Outcome;

/** What trains: {@code Trainer::train}, or a stand-in in the engine's own tests. */
@FunctionalInterface
interface Training extends Serializable {

  /** See {@link org.basin.train.Trainer#train}. */
  Iterator<Outcome> train(Iterator<TrialSpec> specs, List<HittingTime> watched, int lanes);

  /**
   * The same, noting in {@link InFlightRecord} which trials it trains.
   *
   * @param folder of the record
   * @param isAlone whether nothing else trains at the time
   */
  default Training recording(String folder, boolean isAlone) {
    return this;
  }
}
