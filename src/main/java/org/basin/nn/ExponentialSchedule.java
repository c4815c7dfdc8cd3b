package org.basin.nn;

import java.util.List;
import org.basin.plan.Key;
import org.basin.plan.Range;
import org.basin.plan.Section;

/** η_n = η · γ^n, n from 0; decays for γ &lt; 1, grows for γ &gt; 1. PyTorch ExponentialLR. */
final class ExponentialSchedule implements ScheduleFactory {

  @Override
  public String kind() {
    return "exponential";
  }

  @Override
  public List<Key> keys() {
    return List.of(Key.real("rate", Range.POSITIVE, "γ, for each update"));
  }

  @Override
  public Schedule create(Section section) {
    double rate = section.real("rate");
    return n -> Math.pow(rate, (double) n);
  }
}
