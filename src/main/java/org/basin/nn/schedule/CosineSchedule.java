package org.basin.nn.schedule;

import java.util.List;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * η_n = η · (f + (1 − f)·(1 + cos(πn/T))/2) for n ≤ T, η·f for n &gt; T. Loshchilov &amp; Hutter
 * (2017), "SGDR", without restarts. It equals PyTorch's {@code CosineAnnealingLR} until T, after
 * which PyTorch's step size rises again.
 */
final class CosineSchedule implements ScheduleFactory {

  @Override
  public String kind() {
    return "cosine";
  }

  @Override
  public String summary() {
    return "A step size that falls along half a cosine to a final factor and then stays there.";
  }

  @Override
  public List<Key> keys() {
    return List.of(
        Key.integer("steps", Range.atLeast(1), "T, the first update with the final factor"),
        Key.real("final", Range.NON_NEGATIVE, "f, the factor from T on"));
  }

  @Override
  public Schedule create(Section section) {
    double last = section.real("final");
    double steps = section.whole("steps");
    return n -> last + (1 - last) * (1 + Math.cos(Math.PI * Math.min(1, n / steps))) / 2;
  }
}
