package org.basin.train;

import org.basin.plan.Factory;
import org.basin.plan.Section;

/** Makes a kind of observation schedule. */
public interface ObservationScheduleFactory extends Factory {

  ObservationSchedule create(Section section);
}
