package org.basin.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.basin.settings.Settings;

/**
 * A section of a sweep file as flat settings, with the place where each was written. Values keep
 * the types in which they were written. HOCON would turn {@code "20"} into 20 when asked for a
 * number, so it is never asked for one.
 */
final class FlatSettings {

  private final Map<String, Object> values = new TreeMap<>();
  private final Map<String, Place> places = new HashMap<>();

  /** The lists by path. The places of their elements are looked up on demand. */
  private final Map<String, List<Place>> lists = new HashMap<>();

  private final String name;
  private final Problems problems;
  private final Predicate<String> takesNames;

  /**
   * Flattens a section.
   *
   * @param name the name of the section, such as {@code trial}, which messages put before every
   *     path; may be empty
   */
  FlatSettings(String name, ConfigObject object, Problems problems) {
    this(name, object, problems, path -> false);
  }

  /**
   * Flattens a section.
   *
   * @param takesNames whether the section at a path holds names of the trial's own, which may be
   *     quoted: {@code "layers.0"}
   */
  FlatSettings(String name, ConfigObject object, Problems problems, Predicate<String> takesNames) {
    this.name = name;
    this.problems = problems;
    this.takesNames = takesNames;
    places.put("", Place.of(object.origin()));
    walk("", "", object, values);
  }

  /**
   * Returns the settings by path relative to the section. {@link org.basin.settings.Schema} gives
   * them their types.
   */
  Settings settings() {
    return Settings.of(values);
  }

  /** Whether anything was written at {@code path}, even a null. */
  boolean isWritten(String path) {
    return places.containsKey(path);
  }

  /** Returns the place where {@code path} was written, or of the innermost section around it. */
  Place place(String path) {
    String rest = path;
    while (!rest.isEmpty()) {
      Place place = places.get(rest);
      if (place == null && rest.endsWith("]")) {
        place = element(rest);
      }
      if (place != null) {
        return place;
      }
      rest = rest.substring(0, Math.max(0, Math.max(rest.lastIndexOf('.'), rest.lastIndexOf('['))));
    }
    return places.get("");
  }

  /** Returns the place where the element of a list was written; null if there is none. */
  private Place element(String path) {
    int bracket = path.lastIndexOf('[');
    List<Place> list = lists.getOrDefault(path.substring(0, bracket), List.of());
    int index = Integer.parseInt(path.substring(bracket + 1, path.length() - 1));
    return index < list.size() ? list.get(index) : null;
  }

  /**
   * Collects the settings of a section.
   *
   * @param at the path of {@code object} in places and messages; empty or ending with a dot
   * @param prefix the end of {@code at} that the settings' paths keep
   */
  private void walk(String at, String prefix, ConfigObject object, Map<String, Object> into) {
    object.forEach(
        (key, value) -> {
          String path = at + key;
          boolean again = places.put(path, Place.of(value.origin())) != null && hasNames(at);
          if (again) {
            problems.add(
                Place.of(value.origin()),
                prefixed(path) + " is given twice, with its dots quoted and without");
          } else if (key.indexOf('.') >= 0 && !hasNames(at)) {
            problems.add(
                Place.of(value.origin()),
                prefixed(at) + "\"" + key + "\" has its dots quoted, must be " + key);
          } else if (value instanceof ConfigObject section && section.isEmpty()) {
            into.put(
                prefix + key, Settings.EMPTY); // An empty section, which most keys do not accept.
          } else if (value instanceof ConfigObject section) {
            walk(path + ".", prefix + key + ".", section, into);
          } else {
            Object plain = plain(path, value);
            if (plain != null) {
              into.put(prefix + key, plain);
            }
          }
        });
  }

  /**
   * Returns the value as {@link Settings} hold it. If it is not a value, reports that and returns
   * null.
   */
  private Object plain(String path, ConfigValue value) {
    return switch (value.valueType()) {
      case BOOLEAN, STRING -> value.unwrapped();
      case NUMBER ->
          value.unwrapped() instanceof Integer whole
              ? (Object) whole.longValue()
              : value.unwrapped();
      case NULL -> {
        problems.add(
            Place.of(value.origin()),
            prefixed(path) + " is null, must have a value or be left out");
        yield null;
      }
      case LIST -> list(path, (ConfigList) value);
      case OBJECT -> {
        Map<String, Object> inner = new TreeMap<>();
        walk(path + ".", "", (ConfigObject) value, inner);
        yield Settings.of(inner);
      }
    };
  }

  /** Whether the keys of the section at {@code at} are names of the trial's own. */
  private boolean hasNames(String at) {
    return !at.isEmpty() && takesNames.test(at.substring(0, at.length() - 1));
  }

  private String prefixed(String path) {
    return name.isEmpty() ? path : name + "." + path;
  }

  private List<Object> list(String path, ConfigList list) {
    List<Object> plain = new ArrayList<>();
    lists.put(path, Place.of(list));
    for (int i = 0; i < list.size(); i++) {
      Object value = plain(path + "[" + i + "]", list.get(i));
      if (value != null) {
        plain.add(value);
      }
    }
    return List.copyOf(plain);
  }
}
