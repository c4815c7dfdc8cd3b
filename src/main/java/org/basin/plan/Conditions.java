package org.basin.plan;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.basin.settings.SpecException;

/** Finds an order in which the {@code only-when} conditions of the axes can be decided. */
final class Conditions {

  private Conditions() {}

  /** Where the condition of an axis stands in a sweep file. */
  static String at(int axis) {
    return "axes[" + axis + "].only-when";
  }

  /** Returns the axes in such an order: every axis follows those on which its condition depends. */
  static int[] order(Space space) {
    LinkedHashSet<Integer> order = new LinkedHashSet<>();
    for (int a = 0; a < space.axes.size(); a++) {
      visit(space, a, order, new LinkedHashSet<>());
    }
    return order.stream().mapToInt(Integer::intValue).toArray();
  }

  private static void visit(Space space, int axis, Set<Integer> order, Set<Integer> outer) {
    if (order.contains(axis)) {
      return;
    }
    if (!outer.add(axis)) {
      throw new SpecException(at(axis), "depends on itself through the axes " + outer);
    }
    for (int other : dependencies(space, axis)) {
      visit(space, other, order, outer);
    }
    outer.remove(axis);
    order.add(axis);
  }

  /** Returns the axes that set what the condition of {@code axis} reads. */
  static Set<Integer> dependencies(Space space, int axis) {
    Set<Integer> axes = new TreeSet<>();
    if (space.onlyWhen[axis] != null) {
      for (String variable : space.onlyWhen[axis].variables()) {
        String path = space.pathOf(variable);
        if (space.derived.containsKey(path)) {
          throw new SpecException(
              at(axis), "reads " + variable + ", which is derived after the axes");
        }
        Set<Integer> writers = space.writers(path);
        if (writers.contains(axis)) {
          throw new SpecException(at(axis), "reads " + variable + ", which this axis sets itself");
        }
        axes.addAll(writers);
      }
    }
    return axes;
  }
}
