package org.basin.config;

import com.typesafe.config.ConfigOrigin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The problems of a configuration, sorted by file and line, each listed once. */
final class Problems {

  private static final ToldLimits LIMITS = ToldLimits.REFERENCE;

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
    if (lines.size() < LIMITS.problemsKept()) {
      lines.add(new Line(place, PrintableText.line(text)));
    } else {
      more++;
    }
  }

  void add(ConfigOrigin origin, String text) {
    if (lines.size() < LIMITS.problemsKept()) {
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

  /** Returns a line for each problem, as many as may be told. */
  List<String> all() {
    List<String> all = new ArrayList<>();
    lines.stream().limit(LIMITS.problems()).forEach(line -> all.add(line.toString()));
    if (lines.size() > LIMITS.problems()) {
      all.add(
          lines.last().place()
              + ": … and "
              + (lines.size() - LIMITS.problems() + more)
              + " more like these");
    }
    return all;
  }
}
