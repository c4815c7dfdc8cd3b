package org.basin.nn;

import org.basin.plan.Factory;
import org.basin.plan.Section;

/** Makes a kind of step-size schedule. */
public interface ScheduleFactory extends Factory {

  Schedule create(Section section);
}
