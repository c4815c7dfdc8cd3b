package org.basin.config;

import com.typesafe.config.ConfigOrigin;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** What is wrong with a configuration, in the order of file and line; each said once. */
final class Problems {

  private record Line(Place place, String text) {
    @Override
    public String toString() {
      return place + ": " + text;
    }
  }

  private final NavigableSet<Line> lines =
      new TreeSet<>(Comparator.comparing(Line::place).thenComparing(Line::text));

  void add(Place place, String text) {
    lines.add(new Line(place, text));
  }

  void add(ConfigOrigin origin, String text) {
    add(Place.of(origin), text);
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  /** Ends a stage. */
  void throwIfAny() {
    if (!lines.isEmpty()) {
      throw new ConfigException(all());
    }
  }

  List<String> all() {
    return lines.stream().map(Line::toString).toList();
  }
}
