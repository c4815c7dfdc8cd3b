package org.basin.config;

import com.typesafe.config.ConfigOrigin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** What is wrong with a configuration, in the order of file and line; each said once. */
final class Problems {

  /** Lines that a person may read. */
  private static final int MOST = 100;

  private static final int KEPT = 1000;

  private record Line(Place place, String text) {
    @Override
    public String toString() {
      return place + ": " + text;
    }
  }

  private final NavigableSet<Line> lines =
      new TreeSet<>(Comparator.comparing(Line::place).thenComparing(Line::text));

  private int more;

  void add(Place place, String text) {
    if (lines.size() < KEPT) {
      lines.add(new Line(place, Printable.line(text)));
    } else {
      more++;
    }
  }

  void add(ConfigOrigin origin, String text) {
    if (lines.size() < KEPT) {
      add(Place.of(origin), text);
    } else {
      more++;
    }
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

  /** A line for each, the first hundred. */
  List<String> all() {
    List<String> all = new ArrayList<>();
    lines.stream().limit(MOST).forEach(line -> all.add(line.toString()));
    if (lines.size() > MOST) {
      all.add(
          lines.last().place() + ": … and " + (lines.size() - MOST + more) + " more like these");
    }
    return all;
  }
}
