package org.basin.nn.schedule;

import org.basin.settings.Factory;
import org.basin.settings.Section;

/** Makes a kind of step-size schedule. */
public interface ScheduleFactory extends Factory {

  Schedule create(Section section);
}
