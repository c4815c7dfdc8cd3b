package org.basin.nn.schedule;

import java.util.List;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * η_n = η · γ^n, n from 0. It decays for γ &lt; 1 and grows for γ &gt; 1. PyTorch's {@code
 * ExponentialLR}.
 */
final class ExponentialSchedule implements ScheduleFactory {

  @Override
  public String kind() {
    return "exponential";
  }

  @Override
  public String summary() {
    return "The step size times γ^n at update n.";
  }

  @Override
  public List<Key> keys() {
    return List.of(Key.real("rate", Range.POSITIVE, "γ, the factor of each update"));
  }

  @Override
  public Schedule create(Section section) {
    double rate = section.real("rate");
    return n -> Math.pow(rate, (double) n);
  }
}
