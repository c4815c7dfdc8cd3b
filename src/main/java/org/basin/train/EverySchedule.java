package org.basin.train;

import java.util.List;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/** {@code every}: observes every {@code steps}-th step. */
public final class EverySchedule implements ObservationScheduleFactory {

  @Override
  public String kind() {
    return "every";
  }

  @Override
  public String summary() {
    return "Observes at steps 0, k, 2k and so on.";
  }

  @Override
  public List<Key> keys() {
    return List.of(
        Key.integer("steps", Range.atLeast(1), "steps from one observation to the next"));
  }

  @Override
  public ObservationSchedule create(Section section, long maxSteps) {
    long steps = section.whole("steps");
    return step -> (step / steps + 1) * steps;
  }

  @Override
  public boolean dependsOnBudget() {
    return false;
  }
}
