package org.basin.nn.schedule;

import java.util.List;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * η_n = η / (1 + n/τ), n from 0. It is nearly constant at first, and about ητ/n once n is much
 * larger than τ. Robbins &amp; Monro (1951).
 */
final class InverseSchedule implements ScheduleFactory {

  @Override
  public String kind() {
    return "inverse";
  }

  @Override
  public String summary() {
    return "The step size divided by 1 + n/τ at update n.";
  }

  @Override
  public List<Key> keys() {
    return List.of(
        Key.real(
            "half-after",
            Range.POSITIVE,
            "τ, the number of updates after which the step size has halved"));
  }

  @Override
  public Schedule create(Section section) {
    double updates = section.real("half-after");
    return n -> updates / (updates + n);
  }
}
