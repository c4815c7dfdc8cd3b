package org.basin.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.basin.plan.Selection;
import org.basin.settings.Key;
import org.basin.settings.Nearest;

/** Reads the list {@code selections}. */
final class SelectionReader {

  static final String KEY = "selections";

  private static final String OBSERVABLE = "observable";
  private static final String BEST = "best";
  private static final String OVER = "over";
  private static final List<String> BESTS = List.of("greatest", "least");

  /** The keys of a selection. */
  static final List<Key> KEYS =
      List.of(
          Key.text("name", "what the table selections calls it; lower-case words joined by -"),
          Key.text(OBSERVABLE, "the scalar by whose mean last value points are compared"),
          Key.choice(BEST, "which value is the best", BESTS.toArray(String[]::new)),
          Key.texts(OVER, "the paths of the axes whose values are chosen among"));

  private final Reading reading;
  private final Set<String> paths;
  private final UnaryOperator<String> canonical;
  private final NamedSections entries;
  private final Map<String, Place> places = new TreeMap<>();

  /**
   * Makes a reader.
   *
   * @param paths the canonical paths that axes set
   */
  SelectionReader(Reading reading, Set<String> paths) {
    this(reading, paths, reading.schema()::canonicalPath);
  }

  /**
   * Makes a reader.
   *
   * @param paths the canonical paths that axes set
   * @param canonical returns the path of the axis that a text means
   */
  SelectionReader(Reading reading, Set<String> paths, UnaryOperator<String> canonical) {
    this.canonical = canonical;
    this.reading = reading;
    this.paths = paths;
    this.entries = new NamedSections(KEY, KEYS, reading);
  }

  List<Selection> read(ConfigObject sweep) {
    return entries.read(sweep, this::selection);
  }

  /** Reports selections by an observable that no trial records. */
  void check(List<Selection> selections, Set<String> scalars) {
    for (Selection selection : selections) {
      String observable = selection.observable();
      if (!scalars.contains(observable)) {
        reading
            .values()
            .add(
                places.get(selection.name()),
                KEY
                    + " "
                    + selection.name()
                    + " has observable "
                    + observable
                    + ", must be a scalar of observe.probes; "
                    + Nearest.hint(observable, scalars));
      }
    }
    reading.values().throwIfAny();
  }

  private Selection selection(String each, ConfigObject object) {
    String name = entries.name(each, object);
    String observable = entries.text(each, object, OBSERVABLE);
    String best = entries.text(each, object, BEST);
    if (best != null && !BESTS.contains(best)) {
      reading
          .values()
          .add(
              object.get(BEST).origin(),
              each + "." + BEST + " is " + best + ", must be " + String.join(" or ", BESTS));
      best = null;
    }
    List<String> over = over(each + "." + OVER, object);
    if (name == null || observable == null || best == null || over == null) {
      return null;
    }
    places.put(name, Place.of(object.get(OBSERVABLE).origin()));
    return new Selection(name, observable, best.equals(BESTS.get(0)), over);
  }

  private List<String> over(String name, ConfigObject object) {
    ConfigValue value = object.get(OVER);
    if (value == null) {
      reading.keys().add(object.origin(), name + " is missing, must be a list of axes' paths");
      return null;
    }
    if (!(value instanceof ConfigList list) || list.isEmpty()) {
      reading
          .values()
          .add(value.origin(), name + " must be a list of axes' paths, [ optimiser.step-size ]");
      return null;
    }
    List<String> over = new ArrayList<>();
    for (ConfigValue each : list) {
      String path = canonical.apply(String.valueOf(each.unwrapped()));
      if (paths.contains(path)) {
        over.add(path);
      } else {
        reading
            .values()
            .add(
                each.origin(),
                name
                    + " has "
                    + path
                    + ", must be a path of an axis; "
                    + Nearest.hint(path, paths));
      }
    }
    return over.size() < list.size() ? null : over;
  }
}
