package org.basin.nn.schedule;

import java.util.List;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/** η_n = η · (n + 1)^α, n from 0: the Θ(n^α) of Lin, Sun &amp; Zhang (2021), Theorems 2 and 3. */
final class PolynomialSchedule implements ScheduleFactory {

  @Override
  public String kind() {
    return "polynomial";
  }

  @Override
  public String summary() {
    return "The step size times (n + 1)^α at update n.";
  }

  @Override
  public List<Key> keys() {
    return List.of(Key.real("power", Range.ANY, "α; the theorems require α > -1"));
  }

  @Override
  public Schedule create(Section section) {
    double power = section.real("power");
    return n -> Math.pow(n + 1.0, power);
  }
}
