package org.basin.train;

import java.util.List;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * {@code linear}: observes {@code count} steps after step 0, spread evenly over the step budget:
 * step ⌈i · max / count⌉ for i = 1 … count. If the budget has fewer steps, it observes every step.
 */
public final class LinearSchedule implements ObservationScheduleFactory {

  /** The max count, so that step · count fits a long for budgets up to 10¹². */
  private static final int MOST = 1_000_000;

  @Override
  public String kind() {
    return "linear";
  }

  @Override
  public String summary() {
    return "Observes at so many steps, spread evenly over the step budget.";
  }

  @Override
  public List<Key> keys() {
    return List.of(
        Key.integer("count", Range.closed(1, MOST), "observations after step 0 over max-steps"));
  }

  @Override
  public ObservationSchedule create(Section section, long maxSteps) {
    long count = section.whole("count");
    if (count >= maxSteps) {
      return step -> step + 1;
    }
    return step -> {
      long next = step * count / maxSteps + 1;
      return (next * maxSteps + count - 1) / count;
    };
  }
}
