package org.basin.nn.schedule;

import java.util.List;
import org.basin.settings.Key;
import org.basin.settings.Section;

/** η_n = η. */
final class ConstantSchedule implements ScheduleFactory {

  @Override
  public String kind() {
    return "constant";
  }

  @Override
  public String summary() {
    return "The same step size at every update.";
  }

  @Override
  public List<Key> keys() {
    return List.of();
  }

  @Override
  public Schedule create(Section section) {
    return n -> 1;
  }
}
