package org.basin.train;

import org.basin.settings.Factory;
import org.basin.settings.Section;

/** Makes a kind of observation schedule. */
public interface ObservationScheduleFactory extends Factory {

  /**
   * Returns a schedule for one trial.
   *
   * @param maxSteps the trial's step budget; at least 0
   * @throws org.basin.settings.SpecException if the settings are not legal
   */
  ObservationSchedule create(Section section, long maxSteps);

  /**
   * Whether the steps up to a given one depend on the step budget. If so, each change of the budget
   * trains all trials again; if not, only those that the budget ended.
   */
  default boolean dependsOnBudget() {
    return true;
  }
}
