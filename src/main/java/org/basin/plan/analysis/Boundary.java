package org.basin.plan.analysis;

import java.io.Serializable;
import java.util.List;

/**
 * A boundary between phases: the value of an axis at which the fraction of trials that do something
 * crosses a level.
 *
 * @param name the boundary's name, unique among boundaries
 * @param of what trials do: a verdict's name, or the name of a hitting time that they hit
 * @param along the canonical path of a numeric axis
 * @param by the canonical paths for each of whose values the boundary is located apart
 * @param fraction the fraction that is crossed, between 0 and 1 (excluded)
 * @param logarithmic whether the logarithm of the axis is the regression's variable
 */
public record Boundary(
    String name, String of, String along, List<String> by, double fraction, boolean logarithmic)
    implements Serializable {

  public Boundary {
    by = List.copyOf(by);
  }
}
