package org.basin.plan;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.basin.settings.Key;
import org.basin.settings.Schema;
import org.basin.settings.Settings;

/**
 * What all points with the same kinds share: which of the varying paths have a meaning, and the
 * base trial's settings with defaults.
 */
final class Frame {

  private final Map<String, Key> keys = new HashMap<>();
  private final Settings resolved;

  /**
   * Resolves the base trial.
   *
   * @param raw the base trial with the kinds of these points
   * @param moving the paths that axes and {@code derive} set
   */
  Frame(Schema schema, Settings raw, Collection<String> moving) {
    // Problems are reported when a point is resolved, so they are ignored here.
    resolved = schema.resolve(raw, problem -> {});
    for (String path : moving) {
      schema.keyAt(path, raw).ifPresent(key -> keys.put(path, key));
    }
  }

  /** The key at a varying path; null if these kinds have none. */
  Key key(String path) {
    return keys.get(path);
  }

  /** The base trial's value at a path, with defaults; null if it has none. */
  Object value(String path) {
    return resolved.get(path);
  }
}
