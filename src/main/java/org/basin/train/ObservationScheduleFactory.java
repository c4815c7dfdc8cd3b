package org.basin.train;

import org.basin.plan.Factory;
import org.basin.plan.Section;

/** Makes a kind of observation schedule. */
public interface ObservationScheduleFactory extends Factory {

  /**
   * A schedule for one trial.
   *
   * @param maxSteps the trial's step budget, at least 0
   * @throws org.basin.plan.SpecException if the settings cannot be
   */
  ObservationSchedule create(Section section, long maxSteps);
}
