package org.basin.plan;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.basin.settings.Expression;
import org.basin.settings.Schema;
import org.basin.settings.Settings;
import org.basin.settings.SpecException;
import org.basin.settings.Variables;

/** The product of the axes over a base trial. It gives digits their meaning. */
final class Space implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final String KIND_SUFFIX = "." + Schema.KIND;

  final Schema schema;
  final Settings base;
  final List<Axis> axes;
  final TreeMap<String, Expression> derived = new TreeMap<>();

  /** The condition of each axis; null if the axis always applies. */
  final Expression[] onlyWhen;

  /** The axes in an order in which each follows those that set what its condition reads. */
  final int[] order;

  private final HashMap<String, String> pathOf = new HashMap<>();
  private final TreeSet<String> ambiguous = new TreeSet<>();
  private final List<String> kindPaths = new ArrayList<>();
  private final TreeSet<String> moving = new TreeSet<>();
  private transient volatile ConcurrentHashMap<List<Object>, Frame> frames;

  Space(Schema schema, Settings base, List<Axis> axes, Map<String, String> derive) {
    this.schema = schema;
    this.base = canonical(schema, base);
    this.axes = axes.stream().map(axis -> canonical(schema, axis)).toList();
    Set<String> given = new TreeSet<>(this.base.asMap().keySet());
    this.axes.forEach(axis -> given.addAll(axis.paths()));
    given.addAll(derive.keySet());
    for (String path : schema.pathsWith(given)) {
      String other = pathOf.put(Variables.name(path), path);
      if (other != null) {
        ambiguous.add(Variables.name(path));
      }
    }
    this.axes.forEach(axis -> moving.addAll(axis.paths()));
    kindPaths.addAll(moving.stream().filter(path -> path.endsWith(KIND_SUFFIX)).toList());
    derive.forEach((path, text) -> derived.put(path, compile(Derivations.at(path), text)));
    Derivations.check(this);
    moving.addAll(derived.keySet());
    onlyWhen = new Expression[axes.size()];
    for (int a = 0; a < onlyWhen.length; a++) {
      String condition = axes.get(a).onlyWhen();
      onlyWhen[a] = condition.isEmpty() ? null : compile("axes[" + a + "].only-when", condition);
    }
    order = Conditions.order(this);
  }

  /**
   * Returns the number of each axis's value at a point of the product. The last changes fastest.
   */
  int[] digits(long point) {
    int[] digits = new int[axes.size()];
    long rest = point;
    for (int a = digits.length - 1; a >= 0; a--) {
      int radix = axes.get(a).size();
      digits[a] = (int) (rest % radix);
      rest /= radix;
    }
    return digits;
  }

  private static Settings canonical(Schema schema, Settings base) {
    TreeMap<String, Object> paths = new TreeMap<>();
    base.asMap()
        .forEach(
            (path, value) -> {
              String canonical = schema.canonicalPath(path);
              boolean name = value instanceof String && !base.has(canonical);
              paths.put(name ? canonical : path, value);
            });
    return Settings.of(paths);
  }

  private static Axis canonical(Schema schema, Axis axis) {
    List<String> paths = axis.paths().stream().map(schema::canonicalPath).toList();
    return new Axis(paths, axis.values(), axis.onlyWhen());
  }

  /** Compiles an expression over the settings. Its problems are reported at {@code path}. */
  Expression compile(String path, String text) {
    try {
      Expression expression = Expression.compile(text, pathOf.keySet());
      for (String name : expression.variables()) {
        if (ambiguous.contains(name)) {
          throw new IllegalArgumentException(
              "reads " + name + ", which is the name of two settings");
        }
      }
      return expression;
    } catch (IllegalArgumentException e) {
      throw new SpecException(path, e.getMessage());
    }
  }

  /** The path that a variable names; null if it names none. */
  String pathOf(String variable) {
    return pathOf.get(variable);
  }

  /** The axes that set {@code path} or the kind of a section that contains it. */
  Set<Integer> writers(String path) {
    Set<Integer> writers = new TreeSet<>();
    for (int a = 0; a < axes.size(); a++) {
      for (String set : axes.get(a).paths()) {
        if (set.equals(path) || isKindAround(set, path)) {
          writers.add(a);
        }
      }
    }
    return writers;
  }

  /** Whether {@code set} is the kind of a section that contains {@code path}. */
  static boolean isKindAround(String set, String path) {
    return set.endsWith(KIND_SUFFIX)
        && path.startsWith(set.substring(0, set.length() - Schema.KIND.length()));
  }

  /** The frame of the kinds that {@code overlay} sets. */
  Frame frame(Map<String, Object> overlay) {
    ConcurrentHashMap<List<Object>, Frame> known = frames;
    if (known == null) {
      known = new ConcurrentHashMap<>();
      frames = known;
    }
    Object[] kinds = new Object[kindPaths.size()];
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] = overlay.get(kindPaths.get(i));
    }
    return known.computeIfAbsent(
        Arrays.asList(kinds),
        chosen -> {
          TreeMap<String, Object> set = new TreeMap<>();
          for (int i = 0; i < kinds.length; i++) {
            if (kinds[i] != null) {
              set.put(kindPaths.get(i), kinds[i]);
            }
          }
          return new Frame(schema, base.withAll(set), moving);
        });
  }
}
