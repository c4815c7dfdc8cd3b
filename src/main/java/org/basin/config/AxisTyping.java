package org.basin.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.basin.settings.Key;
import org.basin.settings.Nearest;
import org.basin.settings.Problem;
import org.basin.settings.Settings;

/** Converts the values of axes to the types of the keys that they set. */
final class AxisTyping {

  private final Reading reading;
  private final Map<String, String> canonical = new HashMap<>();
  private final Map<String, Set<Key>> keys = new HashMap<>();

  AxisTyping(Reading reading) {
    this.reading = reading;
  }

  /**
   * Checks that {@code path} is a setting or a section of some trial, and reports it if it is not.
   */
  boolean checkPath(String name, Place place, String path) {
    if (!reading.schema().keysAt(path).isEmpty()) {
      return true;
    }
    String hint =
        path.startsWith("trial.")
            ? "; paths are relative to trial: " + path.substring("trial.".length())
            : near(path);
    reading.keys().add(place, name + ".path is " + path + ", which is not a key" + hint);
    return false;
  }

  private String near(String path) {
    return Nearest.to(path, reading.schema().paths())
        .map(near -> "; did you mean " + near + "?")
        .orElse("");
  }

  /**
   * Returns an axis of listed values; null if one is not legal. Values that are sections set
   * several paths.
   */
  AxisDraft listed(String name, Place place, String path, List<?> values, List<Place> places) {
    List<Map<String, Object>> digits = new ArrayList<>();
    Set<String> paths = new TreeSet<>();
    boolean legal = true;
    for (int i = 0; i < values.size(); i++) {
      Map<String, Object> digit = new TreeMap<>();
      Map<String, Object> written = new TreeMap<>();
      if (values.get(i) instanceof Settings settings) {
        settings.asMap().forEach((key, value) -> written.put(path + "." + key, value));
      } else {
        written.put(path, values.get(i));
      }
      for (Map.Entry<String, Object> entry : written.entrySet()) {
        int digitOf = i;
        Object typed = typed(entry.getKey(), entry.getValue(), () -> places.get(digitOf));
        legal &= typed != null;
        digit.put(canonical(entry.getKey()), typed);
      }
      digits.add(digit);
      paths.addAll(digit.keySet());
    }
    List<String> order = List.copyOf(paths);
    List<List<Object>> rows = new ArrayList<>();
    for (Map<String, Object> digit : digits) {
      List<Object> row = new ArrayList<>();
      order.forEach(each -> row.add(digit.get(each)));
      rows.add(Collections.unmodifiableList(row));
    }
    return legal ? new AxisDraft(name, place, order, rows, places, "") : null;
  }

  /**
   * Returns an axis of computed numbers.
   *
   * @param rows the numbers by digit, then by path
   * @param rounds whether the numbers are rounded where every key at the path is an integer
   */
  AxisDraft computed(
      String name, Place place, List<String> paths, List<List<Double>> rows, boolean rounds) {
    List<List<Object>> values = new ArrayList<>();
    boolean legal = true;
    for (List<Double> row : rows) {
      List<Object> typed = new ArrayList<>();
      for (int p = 0; p < row.size() && legal; p++) {
        boolean whole =
            rounds && keysAt(paths.get(p)).stream().allMatch(key -> key.type() == Key.Type.INTEGER);
        Object value =
            typed(paths.get(p), whole ? (Object) Math.rint(row.get(p)) : row.get(p), () -> place);
        legal = value != null;
        typed.add(value);
      }
      values.add(Collections.unmodifiableList(typed));
    }
    List<Place> places = Collections.nCopies(rows.size(), place);
    return legal ? new AxisDraft(name, place, paths, values, places, "") : null;
  }

  // Cached, because an axis may have a million values on one path.
  private String canonical(String path) {
    return canonical.computeIfAbsent(path, reading.schema()::canonicalPath);
  }

  private Set<Key> keysAt(String path) {
    return keys.computeIfAbsent(path, reading.schema()::keysAt);
  }

  /**
   * Returns the value with the type of the first key that accepts it. If none does, reports why and
   * returns null.
   */
  private Object typed(String path, Object value, Supplier<Place> place) {
    Set<Key> keys = keysAt(value instanceof String ? canonical(path) : path);
    if (keys.isEmpty()) {
      reading.keys().add(place.get(), "trial." + path + " is not a key" + near(path));
      return null;
    }
    List<Problem> problems = new ArrayList<>();
    for (Key key : keys) {
      if (key.type() == Key.Type.COMPONENT) {
        String must = " must be a section or the name of a " + key.slot();
        problems.add(new Problem(path, Problem.Kind.ILLEGAL, must.strip()));
        continue;
      }
      int before = problems.size();
      Object typed = reading.schema().typed(key, path, value, problems::add);
      if (problems.size() == before) {
        return typed;
      }
    }
    reading.add(place.get(), problems.get(0), "trial." + problems.get(0).path());
    return null;
  }
}
