package org.basin.nn.schedule;

import java.util.List;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * η_n = η · γ^⌊n/p⌋, so that update p is the first with the next factor. PyTorch's {@code StepLR},
 * stepped after every update.
 */
final class StepSchedule implements ScheduleFactory {

  @Override
  public String kind() {
    return "step";
  }

  @Override
  public String summary() {
    return "The step size times γ once every p updates.";
  }

  @Override
  public List<Key> keys() {
    return List.of(
        Key.real("factor", Range.POSITIVE, "γ, the factor every p updates"),
        Key.integer("every", Range.atLeast(1), "p, the number of updates between two changes"));
  }

  @Override
  public Schedule create(Section section) {
    double factor = section.real("factor");
    long every = section.whole("every");
    return n -> {
      long steps = n / every; // Whole periods only: the schedule is a staircase.
      return Math.pow(factor, (double) steps);
    };
  }
}
