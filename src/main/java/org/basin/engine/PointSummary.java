package org.basin.engine;

import java.util.List;
import java.util.Map;
import org.basin.stats.Estimate;

/**
 * A few numbers about one point of the grid.
 *
 * @param pointId the point's id
 * @param axes the point's value on each axis, by column; null where it has none
 * @param statistics the point's rows of {@code points}, in that table's order
 */
public record PointSummary(String pointId, Map<String, Object> axes, List<Statistic> statistics) {

  /**
   * One row of {@code points}.
   *
   * @param subject what was measured: {@code verdict}, {@code loss}, a hitting time …
   * @param name the statistic: {@code fraction_converged}, {@code median} …
   * @param estimate its value and interval; NaN where undefined
   */
  public record Statistic(String subject, String name, Estimate estimate) {}
}
