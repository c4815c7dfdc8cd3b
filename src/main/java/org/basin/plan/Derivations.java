package org.basin.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.basin.settings.Schema;
import org.basin.settings.SpecException;

/**
 * Checks the rules of {@code derive}: it must not set what an axis sets, set a kind, or refer to
 * itself in a circle.
 */
final class Derivations {

  private Derivations() {}

  /** Returns the path of the expression for {@code path} in a sweep file. */
  static String at(String path) {
    return "derive.\"" + path + "\"";
  }

  static void check(Space space) {
    for (String path : space.derived.keySet()) {
      if (!space.schema.canonicalPath(path).equals(path) || path.endsWith("." + Schema.KIND)) {
        throw new SpecException(at(path), "sets a kind, must be a setting within a kind");
      }
      for (int a = 0; a < space.axes.size(); a++) {
        if (space.axes.get(a).paths().contains(path)) {
          throw new SpecException(at(path), "sets " + path + ", which axes[" + a + "] sets too");
        }
      }
      follow(space, path, new ArrayList<>(), new HashSet<>());
    }
  }

  private static void follow(Space space, String path, List<String> outer, Set<String> done) {
    if (outer.contains(path)) {
      List<String> circle = new ArrayList<>(outer.subList(outer.indexOf(path), outer.size()));
      circle.add(path);
      throw new SpecException(at(path), "depends on itself: " + String.join(" from ", circle));
    }
    if (!space.derived.containsKey(path) || !done.add(path)) {
      return;
    }
    outer.add(path);
    for (String variable : space.derived.get(path).variables()) {
      follow(space, space.pathOf(variable), outer, done);
    }
    outer.remove(path);
  }
}
