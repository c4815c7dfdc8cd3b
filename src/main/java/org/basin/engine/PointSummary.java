package org.basin.engine;

import java.util.List;
import java.util.Map;
import org.basin.stats.Estimate;
import org.basin.tables.Statistic;

/**
 * A few numbers about one point of the grid.
 *
 * @param pointId the point's id
 * @param axes the point's value on each axis, by column; null where it has none
 * @param entries the point's rows of {@code points}, in that table's order
 */
public record PointSummary(String pointId, Map<String, Object> axes, List<Entry> entries) {

  /**
   * One row of {@code points}.
   *
   * @param subject what was measured: {@code verdict}, {@code loss}, a hitting time …
   * @param statistic what of it
   * @param estimate its value and interval; NaN where undefined
   */
  public record Entry(String subject, Statistic statistic, Estimate estimate) {}

  /** A statistic of a subject; a NaN of no trials if there is none. */
  public Estimate estimate(String subject, Statistic statistic) {
    return entries.stream()
        .filter(entry -> entry.subject().equals(subject) && entry.statistic().equals(statistic))
        .map(Entry::estimate)
        .findFirst()
        .orElse(Estimate.point(Double.NaN, 0));
  }
}
