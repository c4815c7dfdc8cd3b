package org.basin.plan;

import java.io.Serializable;
import java.util.List;

/**
 * One dimension of the grid: one path with its values, or several paths that change together (a zip
 * or a Sobol sequence).
 *
 * @param paths the paths that this axis sets, relative to the trial, such as {@code model.width};
 *     at least one
 * @param values the values by digit, then by path; each has the type of its key, or is null where
 *     the digit leaves the path as the base trial has it
 * @param onlyWhen an expression over the other settings; where it is false, the axis sets nothing
 *     and all its digits are one point; empty if the axis always applies
 */
public record Axis(List<String> paths, List<List<Object>> values, String onlyWhen)
    implements Serializable {

  public Axis {
    paths = List.copyOf(paths);
    values = List.copyOf(values);
  }

  /** The number of values; at least 1. */
  public int size() {
    return values.size();
  }
}
