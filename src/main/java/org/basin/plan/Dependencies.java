package org.basin.plan;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.basin.settings.Expression;

/**
 * Finds the axes on which an expression's value depends, including through derived settings and
 * kinds.
 */
final class Dependencies {

  private Dependencies() {}

  static Set<Integer> axes(Space space, Expression expression) {
    Set<Integer> axes = new TreeSet<>();
    follow(space, expression, axes, new HashSet<>());
    return axes;
  }

  private static void follow(
      Space space, Expression expression, Set<Integer> axes, Set<String> done) {
    for (String variable : expression.variables()) {
      String path = space.pathOf(variable);
      if (done.add(path)) {
        axes.addAll(space.writers(path));
        if (space.derived.containsKey(path)) {
          follow(space, space.derived.get(path), axes, done);
        }
      }
    }
  }
}
