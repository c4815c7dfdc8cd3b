package org.basin.config;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.basin.chart.Mark;
import org.basin.chart.Scale;
import org.basin.settings.Key;
import org.basin.settings.Range;

/** The keys of a sweep's figures. */
final class FigureKeys {

  static final String FIGURES = "figures";
  static final String SCALE = "figure-scale";
  static final String COLOUR = "figure-colour";
  static final String LAYER = "figure-layer";

  private static final String PLAIN = "";

  private FigureKeys() {}

  /** The key of the sweep itself. */
  static Key sweep() {
    return Key.components(FIGURES, "figure", "pictures of the tables, for basin plot and report");
  }

  /** The keys by slot. Each slot has one kind, the empty one. */
  static Map<String, Map<String, List<Key>>> slots() {
    return Map.of(
        "figure",
        Map.of(PLAIN, figure()),
        SCALE,
        Map.of(PLAIN, scale()),
        COLOUR,
        Map.of(PLAIN, colour()),
        LAYER,
        Map.of(PLAIN, layer()));
  }

  private static List<Key> figure() {
    return List.of(
        Key.text("name", "what plot calls it, and its file; lower-case words joined by -"),
        Key.text("title", "one line above it"),
        Key.text("caption", "what a reader must know to read it"),
        Key.text("legend", "what the series differ in"),
        Key.integer("columns", Range.closed(0, 12), "of panels; 0: about as many as rows"),
        Key.component("x", SCALE, "the horizontal scale"),
        Key.component("y", SCALE, "the vertical scale"),
        Key.component("colour", COLOUR, "what the colours of cells say").optional(),
        Key.components("layers", LAYER, "what it shows, the lowest first"));
  }

  private static List<Key> scale() {
    return List.of(
        Key.text("label", "what the numbers are, with their unit"),
        Key.choice("scale", "how they are placed", texts(Scale.Kind.values())),
        Key.real("min", Range.ANY, "the lowest number shown; absent: all").optional(),
        Key.real("max", Range.ANY, "the highest number shown; absent: all").optional());
  }

  private static List<Key> colour() {
    return List.of(
        Key.text("label", "what the numbers are, with their unit"),
        Key.real("min", Range.ANY, "has the first colour; absent: the lowest").optional(),
        Key.real("max", Range.ANY, "has the last colour; absent: the highest").optional());
  }

  private static List<Key> layer() {
    return List.of(
        Key.choice("mark", "how rows are shown", texts(Mark.values())),
        Key.text("sql", "a query with columns x, y, low, high, n, series, panel"),
        Key.text("series", "the name of rows without a column series"),
        Key.flag("dashed", "whether lines are dashed"));
  }

  private static String[] texts(Mark... marks) {
    return Arrays.stream(marks).map(Mark::text).toArray(String[]::new);
  }

  private static String[] texts(Scale.Kind... kinds) {
    return Arrays.stream(kinds).map(Scale.Kind::text).toArray(String[]::new);
  }
}
