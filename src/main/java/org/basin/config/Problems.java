package org.basin.config;

import com.typesafe.config.ConfigOrigin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

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

  private final BiFunction<Place, String, String> told;
  private int more;

  Problems() {
    this((place, text) -> text);
  }

  /**
   * @param told what to say of a problem, from its place and the text that is added
   */
  Problems(BiFunction<Place, String, String> told) {
    this.told = told;
  }

  void add(Place place, String text) {
    if (lines.size() < LIMITS.problemsKept()) {
      lines.add(new Line(place, PrintableText.line(told.apply(place, text))));
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

  /** Adds the problems of {@code others} whose texts are none of these. */
  void addAllBut(Set<String> texts, Problems others) {
    others.lines.stream()
        .filter(line -> !texts.contains(line.text()))
        .forEach(line -> add(line.place(), line.text()));
  }

  /** Returns the texts of the problems, without their places. */
  Set<String> texts() {
    return lines.stream().map(Line::text).collect(Collectors.toSet());
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
