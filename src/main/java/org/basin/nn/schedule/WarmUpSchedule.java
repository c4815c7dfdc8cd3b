package org.basin.nn.schedule;

import java.util.List;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * η_n = η · (s + (1 − s)·n/w) for n &lt; w; from update w on, another schedule whose update 0 is
 * update w. Goyal et al. (2017), Section 2.2. PyTorch's {@code SequentialLR} of {@code LinearLR}
 * and the other schedule.
 */
final class WarmUpSchedule implements ScheduleFactory {

  @Override
  public String kind() {
    return "warm-up";
  }

  @Override
  public String summary() {
    return "A step size that rises linearly over the first updates, then follows another schedule.";
  }

  @Override
  public List<Key> keys() {
    return List.of(
        Key.integer("steps", Range.atLeast(1), "w, the first update of the schedule that follows"),
        Key.real("start", Range.NON_NEGATIVE, "s, the factor of the first update"),
        Key.component("then", "schedule", "the schedule that follows; its first update is w"));
  }

  @Override
  public Schedule create(Section section) {
    double start = section.real("start");
    long steps = section.whole("steps");
    Section following = section.section("then");
    Schedule then = Schedules.CATALOGUE.of(following).create(following);
    return n -> n < steps ? start + (1 - start) * n / steps : then.factor(n - steps);
  }
}
