package org.basin.plan.analysis;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * Comparisons of points that differ in one axis.
 *
 * @param along canonical paths, one of each axis along which points are compared; empty for every
 *     axis
 * @param of the measures; empty for every hitting time, scalar observable and rate
 * @param pairs which points of a line along the axis are compared
 * @param maxPairs the max number of pairs, ≥ 1
 */
public record Comparison(List<String> along, List<String> of, Pairs pairs, long maxPairs)
    implements Serializable {

  /** Which points of a line along an axis are compared, in the order of the axis's values. */
  public enum Pairs {
    /** Each with the next one. */
    ADJACENT,
    /** The first one with each other. */
    FIRST,
    /** Each with each. */
    ALL;

    /** The name in a sweep file. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The one that a sweep file calls {@code text}. */
    public static Pairs of(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT));
    }
  }

  public Comparison {
    along = List.copyOf(along);
    of = List.copyOf(of);
  }
}
