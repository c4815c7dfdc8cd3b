package org.basin.chart;

import java.util.List;
import java.util.Locale;

/**
 * One of a chart's two directions.
 *
 * @param label what the numbers are, with their unit
 * @param kind how they are placed
 * @param min the lowest number shown, NaN to show all
 * @param max the highest number shown, NaN to show all
 * @param shared whether all panels have one range, so that they can be compared
 * @param categories the values in their order, if the kind is {@link Kind#CATEGORY}; else empty
 */
public record Scale(
    String label, Kind kind, double min, double max, boolean shared, List<String> categories) {

  /** How values are placed. */
  public enum Kind {
    LINEAR,
    LOG,
    CATEGORY;

    /** Returns the kind's name in sweep files and charts. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Scale {
    categories = List.copyOf(categories);
  }

  /** Returns a scale of numbers that shows all of them. */
  public static Scale of(String label, boolean logarithmic) {
    return new Scale(
        label, logarithmic ? Kind.LOG : Kind.LINEAR, Double.NaN, Double.NaN, true, List.of());
  }

  /** Returns a scale of categories. */
  public static Scale of(String label, List<String> categories) {
    return new Scale(label, Kind.CATEGORY, Double.NaN, Double.NaN, true, categories);
  }
}
