package org.basin.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.basin.settings.Decimals;
import org.basin.settings.Expression;
import org.basin.settings.Key;
import org.basin.settings.Problem;
import org.basin.settings.Settings;

/**
 * One combination of digits, decoded into its settings by variable. Derived settings are computed
 * on demand.
 */
final class Point {

  private final Space space;

  /** The values that the axes set, by path. */
  private final Map<String, Object> overlay = new HashMap<>();

  private final Map<String, Object> derived = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private Frame frame;

  Point(Space space, int[] digits) {
    this.space = space;
    Map<String, Integer> setBy = new HashMap<>();
    for (int a : space.order) {
      if (!isOn(a)) {
        continue;
      }
      Axis axis = space.axes.get(a);
      List<Object> values = axis.values().get(digits[a]);
      for (int p = 0; p < values.size(); p++) {
        String path = axis.paths().get(p);
        // The later axis wins, in whichever order the conditions were decided.
        if (values.get(p) != null && setBy.merge(path, a, Math::max) == a) {
          overlay.put(path, values.get(p));
          frame = null;
        }
      }
    }
  }

  private boolean isOn(int axis) {
    Expression condition = space.onlyWhen[axis];
    if (condition == null) {
      return true;
    }
    try {
      return condition.truth(this::variable);
    } catch (IllegalArgumentException e) {
      problems.add(illegal(Conditions.at(axis), e));
      return true;
    }
  }

  private Frame frame() {
    if (frame == null) {
      frame = space.frame(overlay);
    }
    return frame;
  }

  /** The value of a variable; null if this point's kinds have no such setting. */
  Object variable(String name) {
    String path = space.pathOf(name);
    if (overlay.containsKey(path)) {
      return frame().key(path) == null ? null : overlay.get(path);
    }
    if (space.derived.containsKey(path)) {
      return derived(path);
    }
    return frame().value(path);
  }

  /** The value that the trial will have at a path that axes set; null if it has none. */
  Object effective(String path) {
    if (!overlay.containsKey(path)) {
      return frame().value(path);
    }
    Key key = frame().key(path);
    if (key == null) {
      return null;
    }
    Object typed = space.schema.typed(key, path, overlay.get(path), problem -> {});
    return typed == null ? overlay.get(path) : typed;
  }

  /**
   * Whether {@code where} keeps this point. If it cannot be computed, the point is kept, with the
   * problem.
   */
  boolean satisfies(Expression where) {
    try {
      return where.truth(this::variable);
    } catch (IllegalArgumentException e) {
      problems.add(illegal("where", e));
      return true;
    }
  }

  /** The settings to resolve: the base trial's, those of the axes and the derived ones. */
  Settings raw() {
    TreeMap<String, Object> set = new TreeMap<>(overlay);
    for (String path : space.derived.keySet()) {
      try {
        Object value = derived(path);
        if (value != null) {
          set.put(path, value);
        }
      } catch (IllegalArgumentException e) {
        problems.add(illegal(Derivations.at(path), e));
      }
    }
    return space.base.withAll(set);
  }

  private static Problem illegal(String path, IllegalArgumentException e) {
    return new Problem(path, Problem.Kind.ILLEGAL, e.getMessage());
  }

  /** The problems so far. */
  List<Problem> problems() {
    return problems;
  }

  private Object derived(String path) {
    Key key = frame().key(path);
    if (key == null) {
      return null;
    }
    Object value = derived.get(path);
    if (value == null) {
      value = space.derived.get(path).value(this::variable);
      if (value instanceof BigDecimal number) {
        value = key.type() == Key.Type.INTEGER ? whole(number) : (Object) Decimals.real(number);
      }
      derived.put(path, value);
    }
    return value;
  }

  private static Long whole(BigDecimal number) {
    if (number.precision() - number.scale() > 20) {
      throw new IllegalArgumentException("is too large: " + number.round(new MathContext(3)));
    }
    try {
      return number.setScale(0, RoundingMode.HALF_UP).longValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("is too large: " + Decimals.real(number), e);
    }
  }
}
