package org.basin.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.basin.settings.Expression;
import org.basin.settings.Key;
import org.basin.settings.Nearest;
import org.basin.settings.Settings;
import org.basin.settings.Variables;

/** Checks that expressions can be read and that no path is set twice. */
final class ExpressionCheck {

  private final Reading reading;
  private final List<AxisDraft> axes;
  private final FlatSettings derive;
  private final Set<String> variables;

  /**
   * Prepares the check.
   *
   * @param base the settings of the trial section
   */
  ExpressionCheck(Reading reading, Settings base, List<AxisDraft> axes, FlatSettings derive) {
    this.reading = reading;
    this.axes = axes;
    this.derive = derive;
    Set<String> given = new TreeSet<>(base.asMap().keySet());
    axes.forEach(axis -> given.addAll(axis.paths()));
    given.addAll(derive.settings().asMap().keySet());
    this.variables =
        reading.schema().pathsWith(given).stream().map(Variables::name).collect(Collectors.toSet());
  }

  /** Checks every condition and expression. Returns the derived expressions by path. */
  Map<String, String> run(SweepHeader header) {
    if (header.settings().get("where") instanceof String where && !where.isEmpty()) {
      compile("where", where, header.places().place("where"));
    }
    axes.stream()
        .filter(axis -> !axis.onlyWhen().isEmpty())
        .forEach(axis -> compile(axis.name() + ".only-when", axis.onlyWhen(), axis.place()));
    checkAxes();
    Map<String, String> expressions = new TreeMap<>();
    derive
        .settings()
        .asMap()
        .forEach(
            (path, value) -> {
              Place place = derive.place(path);
              if (checkDerived(path, place)) {
                if (value instanceof String text) {
                  compile("derive." + path, text, place);
                  expressions.put(path, text);
                } else {
                  String must = " must be an expression in quotes";
                  reading.values().add(place, "derive." + path + must);
                }
              }
            });
    return expressions;
  }

  private boolean checkDerived(String path, Place place) {
    Set<Key> keys = reading.schema().keysAt(path);
    if (keys.isEmpty()) {
      String hint =
          Nearest.to(path, reading.schema().paths())
              .map(near -> "; did you mean " + near + "?")
              .orElse("");
      reading.keys().add(place, "derive." + path + " is not a key of trial" + hint);
      return false;
    }
    for (AxisDraft axis : axes) {
      if (axis.paths().contains(path)) {
        String also = " is set twice: " + axis.name() + " gives it too";
        reading.values().add(place, "derive." + path + also);
      }
    }
    return true;
  }

  /** Checks that axes share a path only if conditions choose between them. */
  private void checkAxes() {
    Map<String, AxisDraft> setter = new HashMap<>();
    Map<String, String> columns = new HashMap<>();
    for (AxisDraft axis : axes) {
      for (String path : axis.paths()) {
        AxisDraft other = setter.put(path, axis);
        boolean chosen = other != null && (other.hasCondition() || axis.hasCondition());
        if (other != null && !chosen) {
          String also =
              other.equals(axis) ? " sets it twice" : " and " + other.name() + " both set it";
          reading.values().add(axis.place(), path + " is set twice: " + axis.name() + also);
        }
        String same = columns.put(Variables.name(path), path);
        if (same != null && !same.equals(path)) {
          String both = " and " + same + " are both called " + Variables.name(path) + " in tables";
          reading.values().add(axis.place(), axis.name() + ": " + path + both);
        }
      }
    }
  }

  private void compile(String path, String text, Place place) {
    try {
      var unused = Expression.compile(text, variables);
    } catch (IllegalArgumentException e) {
      reading.values().add(place, path + " " + e.getMessage());
    }
  }
}
