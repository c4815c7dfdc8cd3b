package org.basin.tables;

import java.util.ArrayList;
import java.util.List;
import org.basin.stats.survival.Status;

/** When the trials of one point hit, in the order of their seeds, and how they ended if not. */
final class SeededHits {

  private final SeededValues steps = new SeededValues();
  private final List<Status> statuses = new ArrayList<>();

  /**
   * Adds a trial.
   *
   * @param seed not less than the one before
   * @param step the step of the hit, or the last one
   */
  void add(long seed, double step, Status status) {
    steps.add(seed, step);
    statuses.add(status);
  }

  /** The steps, with the seeds. */
  SeededValues steps() {
    return steps;
  }

  /** What happened to the trial at {@code place}. */
  Status status(int place) {
    return statuses.get(place);
  }
}
