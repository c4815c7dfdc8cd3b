package org.basin.nn.schedule;

import java.util.List;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * η_n = η · γ^⌊n/p⌋: update p is the first with the next factor. PyTorch StepLR, stepped after
 * every update.
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
        Key.real("factor", Range.POSITIVE, "γ"),
        Key.integer("every", Range.atLeast(1), "p, in updates"));
  }

  @Override
  public Schedule create(Section section) {
    double factor = section.real("factor");
    long every = section.whole("every");
    return n -> {
      long steps = n / every; // whole steps only: a staircase
      return Math.pow(factor, (double) steps);
    };
  }
}
