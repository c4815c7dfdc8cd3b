package org.basin.plan;

import java.io.Serializable;
import java.util.List;

/**
 * One direction of the grid: one path with its values, or several paths that move together (a zip,
 * a Sobol sequence).
 *
 * @param paths the paths this axis sets, relative to the trial: {@code model.width}; at least one
 * @param values the values by digit, then by path; each typed as its key asks, or null where the
 *     digit leaves the path as the trial has it
 * @param onlyWhen expression over the other settings; where it is false the axis sets nothing, and
 *     all its digits are one point. Empty for always.
 */
public record Axis(List<String> paths, List<List<Object>> values, String onlyWhen)
    implements Serializable {

  public Axis {
    paths = List.copyOf(paths);
    values = List.copyOf(values);
  }

  /** How many values, at least 1. */
  public int size() {
    return values.size();
  }
}
