package org.basin.train;

import java.util.List;
import java.util.stream.LongStream;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * {@code log}: observes {@code per-decade} steps in each factor of ten. These are the integers
 * nearest to 10^(k/per-decade), k = 0, 1, …, each once.
 */
public final class LogSchedule implements ObservationScheduleFactory {

  @Override
  public String kind() {
    return "log";
  }

  @Override
  public String summary() {
    return "Observes at so many steps in every factor of ten.";
  }

  @Override
  public List<Key> keys() {
    return List.of(Key.integer("per-decade", Range.closed(1, 10_000), "steps in a factor of ten"));
  }

  @Override
  public ObservationSchedule create(Section section, long maxSteps) {
    double perDecade = section.integer("per-decade");
    // StrictMath gives the same steps on every CPU and Java version.
    long[] steps =
        LongStream.iterate(0, k -> k + 1)
            .map(k -> Math.round(StrictMath.pow(10, k / perDecade)))
            .takeWhile(step -> step <= maxSteps)
            .distinct()
            .toArray();
    return ObservationSchedule.of(steps);
  }

  @Override
  public boolean dependsOnBudget() {
    return false;
  }
}
