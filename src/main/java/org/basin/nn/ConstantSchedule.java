package org.basin.nn;

import java.util.List;
import org.basin.plan.Key;
import org.basin.plan.Section;

/** η_n = η. */
final class ConstantSchedule implements ScheduleFactory {

  @Override
  public String kind() {
    return "constant";
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
