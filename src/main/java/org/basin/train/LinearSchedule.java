package org.basin.train;

import java.util.List;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * {@code linear}: {@code count} steps after step 0, spread evenly over the budget: step ⌈i · max /
 * count⌉ for i = 1 … count. Every step where the budget has fewer.
 */
public final class LinearSchedule implements ObservationScheduleFactory {

  /** So that step · count stays within a long for budgets up to 10¹². */
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
