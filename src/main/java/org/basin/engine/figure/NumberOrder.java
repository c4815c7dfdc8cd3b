package org.basin.engine.figure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Names that may be numbers: how they are written, and in which order they stand. */
final class NumberOrder {

  private NumberOrder() {}

  /** Returns a value as a text: a number as sweep files have it, 0.001 and not 1.0E-3. */
  static String text(Object value) {
    if (!(value instanceof Number number)) {
      return String.valueOf(value);
    }
    double real = number.doubleValue();
    return real == Math.rint(real) && Math.abs(real) < 1e6
        ? Long.toString((long) real)
        : Double.toString(real).replace('E', 'e');
  }

  /** Returns the names by their size if all are numbers, else as they are. */
  static List<String> sorted(Collection<String> names) {
    List<String> sorted = new ArrayList<>(names);
    try {
      sorted.sort(Comparator.comparingDouble(Double::parseDouble));
    } catch (NumberFormatException e) {
      return List.copyOf(names);
    }
    return sorted;
  }
}
