package org.basin.train;

import java.util.Arrays;
import java.util.List;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/**
 * {@code listed}: observes the given steps. Steps beyond the trial's last step are never reached.
 */
public final class ListedSchedule implements ObservationScheduleFactory {

  @Override
  public String kind() {
    return "listed";
  }

  @Override
  public String summary() {
    return "Observes at the steps that are listed.";
  }

  @Override
  public List<Key> keys() {
    return List.of(Key.reals("steps", Range.NON_NEGATIVE, "steps to observe; whole numbers"));
  }

  @Override
  public ObservationSchedule create(Section section, long maxSteps) {
    double[] listed = section.reals("steps");
    long[] steps = new long[listed.length];
    for (int i = 0; i < listed.length; i++) {
      steps[i] = (long) listed[i];
      if (steps[i] != listed[i]) {
        throw new SpecException(
            section.path() + ".steps", "has " + listed[i] + ", must be whole numbers");
      }
    }
    Arrays.sort(steps);
    return ObservationSchedule.of(steps);
  }

  @Override
  public boolean dependsOnBudget() {
    return false;
  }
}
