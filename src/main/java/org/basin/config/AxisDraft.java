package org.basin.config;

import java.util.ArrayList;
import java.util.List;
import org.basin.plan.Axis;
import org.basin.settings.Settings;

/**
 * An axis as it was read, with its place in the file.
 *
 * @param name the name that messages use: {@code axes[0]}
 * @param place the place of the axis
 * @param paths the canonical paths that it sets
 * @param values the values by digit, then by path; null where the digit leaves the path as the base
 *     trial has it
 * @param places the place of each digit's values
 * @param onlyWhen the condition; empty if the axis always applies
 */
record AxisDraft(
    String name,
    Place place,
    List<String> paths,
    List<List<Object>> values,
    List<Place> places,
    String onlyWhen) {

  int size() {
    return values.size();
  }

  /**
   * Returns the place of the first digit whose values are those of {@code settings}; the place of
   * the axis if there is no such digit.
   */
  Place placeOf(Settings settings) {
    for (int i = 0; i < size(); i++) {
      boolean same = true;
      for (int p = 0; p < paths.size() && same; p++) {
        Object value = values.get(i).get(p);
        same = value == null || value.equals(settings.get(paths.get(p)));
      }
      if (same) {
        return places.get(i);
      }
    }
    return place;
  }

  boolean hasCondition() {
    return !onlyWhen.isEmpty();
  }

  Axis axis() {
    return new Axis(paths, values, onlyWhen);
  }

  AxisDraft withCondition(String condition) {
    return new AxisDraft(name, place, paths, values, places, condition);
  }

  /** Combines axes of equal size into one, digit by digit. */
  static AxisDraft zip(String name, Place place, List<AxisDraft> parts) {
    List<String> paths = parts.stream().flatMap(part -> part.paths.stream()).toList();
    List<List<Object>> values = new ArrayList<>();
    for (int i = 0; i < parts.get(0).size(); i++) {
      List<Object> row = new ArrayList<>();
      for (AxisDraft part : parts) {
        row.addAll(part.values.get(i));
      }
      values.add(row);
    }
    return new AxisDraft(name, place, paths, values, parts.get(0).places, "");
  }
}
