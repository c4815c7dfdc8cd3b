package org.basin.config;

import com.typesafe.config.ConfigOrigin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The problems of a configuration, sorted by file and line, each listed once. */
final class Problems {

  /** The max number of lines that are shown. */
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
      lines.add(new Line(place, PrintableText.line(text)));
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

  /** Ends a stage: throws if there are problems. */
  void throwIfAny() {
    if (!lines.isEmpty()) {
      throw new ConfigException(all());
    }
  }

  /** Returns a line for each problem, at most a hundred. */
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
