package org.basin.plan;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.basin.settings.SpecException;

/**
 * A group of axes whose combinations can be equal to one another, because they set the same path or
 * because one decides whether another has an effect. Of equal combinations, only the one with the
 * lowest digits is kept. Combinations of different groups are never equal, so each group decides
 * independently.
 */
final class AxisGroup implements Serializable {

  private static final long serialVersionUID = 1L;

  /** The max number of combinations of one group. They are all enumerated once. */
  private static final int LIMIT = 1_000_000;

  final int[] axes;
  final int size;

  /** The combinations that are kept. */
  private final BitSet kept;

  private final int[] radices;

  private AxisGroup(Space space, int[] axes) {
    this.axes = axes;
    radices = Arrays.stream(axes).map(a -> space.axes.get(a).size()).toArray();
    size = product(radices);
    kept = new BitSet(size);
    Set<String> paths = new TreeSet<>();
    for (int a : axes) {
      paths.addAll(space.axes.get(a).paths());
    }
    Set<List<Object>> seen = new HashSet<>();
    int[] digits = new int[space.axes.size()];
    for (int combination = 0; combination < size; combination++) {
      decode(combination, digits);
      Point point = new Point(space, digits);
      Object[] values = paths.stream().map(point::effective).toArray();
      kept.set(combination, seen.add(Arrays.asList(values)));
    }
  }

  /** Splits the axes of a space into groups, in the order of their first axes. */
  static List<AxisGroup> of(Space space) {
    int n = space.axes.size();
    int[] group = new int[n];
    Arrays.setAll(group, a -> a);
    for (int a = 0; a < n; a++) {
      for (String path : space.axes.get(a).paths()) {
        for (int writer : space.writers(path)) {
          join(group, a, writer);
        }
      }
      for (int other : Conditions.dependencies(space, a)) {
        join(group, a, other);
      }
    }
    List<AxisGroup> components = new ArrayList<>();
    for (int g = 0; g < n; g++) {
      int first = g;
      int[] members =
          java.util.stream.IntStream.range(0, n).filter(a -> group[a] == first).toArray();
      if (members.length > 0) {
        components.add(new AxisGroup(space, members));
      }
    }
    return components;
  }

  private static void join(int[] group, int a, int b) {
    int from = Math.max(group[a], group[b]);
    int to = Math.min(group[a], group[b]);
    for (int i = 0; i < group.length; i++) {
      if (group[i] == from) {
        group[i] = to;
      }
    }
  }

  private int product(int[] sizes) {
    long product = 1;
    for (int radix : sizes) {
      product *= radix;
      if (product > LIMIT) {
        throw new SpecException(
            "axes[" + axes[0] + "]",
            "depends on the axes "
                + Arrays.toString(axes)
                + ", which have more than "
                + LIMIT
                + " combinations together");
      }
    }
    return (int) product;
  }

  /**
   * Writes the digits of a combination into the digits of a point. The last axis changes fastest.
   */
  void decode(int combination, int[] digits) {
    int rest = combination;
    for (int i = axes.length - 1; i >= 0; i--) {
      digits[axes[i]] = rest % radices[i];
      rest /= radices[i];
    }
  }

  /** Whether the combination in {@code digits} is the lowest among those equal to it. */
  boolean keeps(int[] digits) {
    int combination = 0;
    for (int i = 0; i < axes.length; i++) {
      combination = combination * radices[i] + digits[axes[i]];
    }
    return kept.get(combination);
  }

  /** The number of combinations that are kept. */
  int count() {
    return kept.cardinality();
  }
}
