package org.basin.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.basin.chart.Mark;
import org.basin.plan.figure.FigureScale;
import org.basin.plan.figure.View;
import org.basin.settings.Key;
import org.basin.settings.Range;

/** The keys of a sweep's figures. */
final class FigureKeys {

  static final String FIGURES = "figures";
  static final String SCALE = "figure-scale";
  static final String COLOUR = "figure-colour";
  static final String LAYER = "figure-layer";

  private static final String PLAIN = "";

  private static final Map<View, String> OF =
      Map.of(
          View.CURVES, "an observable of the table curves",
          View.MEASURE, "an observable, a hitting time, converged, rate.<name>, plateau.<name>",
          View.FRACTION, "a verdict or a hitting time",
          View.SURVIVAL, "a hitting time, or converged");

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
        layers());
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
        Key.component("colour", COLOUR, "what the colours of cells say"),
        Key.components("layers", LAYER, "what it shows, the lowest first"));
  }

  private static List<Key> scale() {
    return List.of(
        Key.text("label", "what the numbers are, with their unit"),
        Key.choice("scale", "how they are placed", texts(FigureScale.Kind.values())),
        Key.real("min", Range.ANY, "the lowest number shown; absent: all").optional(),
        Key.real("max", Range.ANY, "the highest number shown; absent: all").optional(),
        Key.flag("shared", "whether all panels have one range"));
  }

  private static List<Key> colour() {
    return List.of(
        Key.text("label", "what the numbers are, with their unit"),
        Key.real("min", Range.ANY, "has the first colour; absent: the lowest").optional(),
        Key.real("max", Range.ANY, "has the last colour; absent: the highest").optional());
  }

  /** A kind for each mark, with a query, and one for each view, without. */
  private static Map<String, List<Key>> layers() {
    Map<String, List<Key>> kinds = new TreeMap<>();
    for (Mark mark : Mark.values()) {
      kinds.put(mark.text(), query(mark));
    }
    for (View view : View.values()) {
      kinds.put(view.text(), view(view));
    }
    return kinds;
  }

  private static List<Key> query(Mark mark) {
    List<Key> keys = new ArrayList<>();
    keys.add(Key.text("sql", "a query with columns x, y, low, high, n, line, series, panel"));
    keys.add(Key.text("series", "the name of rows without a column series"));
    if (mark == Mark.LINE || mark == Mark.STEPS) {
      keys.add(Key.flag("dashed", "whether lines are dashed"));
    }
    return List.copyOf(keys);
  }

  private static List<Key> view(View view) {
    List<Key> keys = new ArrayList<>();
    keys.add(Key.text("of", OF.get(view)));
    if (view == View.MEASURE || view == View.FRACTION) {
      keys.add(
          Key.texts("along", "paths of axes: the horizontal scale, the vertical one of cells"));
    }
    keys.add(Key.texts("series", "paths of axes; empty: those neither along nor panels"));
    keys.add(Key.texts("panel", "paths of axes"));
    keys.add(Key.text("where", "an SQL condition on axes; empty: every point"));
    if (view == View.MEASURE) {
      keys.add(Key.text("statistic", "of points; empty: the median, of times Kaplan-Meier's"));
    }
    if (view == View.CURVES) {
      keys.add(Key.choice("basis", "of the table curves", "carried", "live"));
    }
    return List.copyOf(keys);
  }

  private static String[] texts(FigureScale.Kind... kinds) {
    return Arrays.stream(kinds).map(FigureScale.Kind::text).toArray(String[]::new);
  }
}
