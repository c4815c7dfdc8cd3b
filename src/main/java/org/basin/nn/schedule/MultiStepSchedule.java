package org.basin.nn.schedule;

import java.util.Arrays;
import java.util.List;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * η_n = η · γ^k, where k is the number of listed updates m with m ≤ n, so that update m is the
 * first with the next factor. PyTorch's {@code MultiStepLR}.
 */
final class MultiStepSchedule implements ScheduleFactory {

  @Override
  public String kind() {
    return "multi-step";
  }

  @Override
  public String summary() {
    return "The step size times γ at each of the listed updates.";
  }

  @Override
  public List<Key> keys() {
    return List.of(
        Key.real("factor", Range.POSITIVE, "γ, the factor at each listed update"),
        Key.reals("at", Range.NON_NEGATIVE, "the updates m at which the factor applies"));
  }

  @Override
  public Schedule create(Section section) {
    double factor = section.real("factor");
    double[] at = section.reals("at");
    return n -> Math.pow(factor, (double) Arrays.stream(at).filter(m -> m <= n).count());
  }
}
