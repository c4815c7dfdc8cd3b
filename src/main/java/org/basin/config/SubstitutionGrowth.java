package org.basin.config;

import com.typesafe.config.ConfigException.BadPath;
import com.typesafe.config.ConfigException.NotResolved;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Computes an upper bound of a file's length after its substitutions, before any of them is carried
 * out. A file such as {@code a=${b}${b}, b=${c}${c}, …} doubles in length with every line.
 */
final class SubstitutionGrowth {

  private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{\\??([^}]*)}");

  private final ConfigObject root;
  private final Limits limits;
  private final Problems problems;
  private final Map<List<String>, Double> known = new HashMap<>();
  private final Set<List<String>> outer = new HashSet<>();
  private int substitutions;

  SubstitutionGrowth(ConfigObject root, Limits limits, Problems problems) {
    this.root = root;
    this.limits = limits;
    this.problems = problems;
  }

  /** Reports to {@code problems} if the file becomes too long. */
  void check() {
    double letters = of(root, List.of());
    if (problems.isEmpty() && letters > limits.letters()) {
      problems.add(
          root.origin(),
          Limits.beyond(limits.letters(), "letters after its substitutions", "letters"));
    }
  }

  /** An upper bound of the number of letters of a value. */
  private double of(ConfigValue value, List<String> path) {
    try {
      double letters = 1;
      if (value instanceof ConfigObject object) {
        for (Map.Entry<String, ConfigValue> entry : object.entrySet()) {
          letters += entry.getKey().length() + of(entry.getValue(), below(path, entry.getKey()));
        }
        return letters;
      }
      if (value instanceof ConfigList list) {
        for (ConfigValue each : list) {
          letters += of(each, path);
        }
        return letters;
      }
      // This throws if the value has a substitution.
      return switch (value.valueType()) {
        case STRING -> 1 + ((String) value.unwrapped()).length();
        default -> 8;
      };
    } catch (NotResolved e) {
      return substituted(value, path);
    }
  }

  private double substituted(ConfigValue value, List<String> path) {
    double letters = 0;
    double copies = 1;
    int selves = 0;
    for (String layer : layers(value.render(ConfigRenderOptions.concise()))) {
      letters += layer.length();
      int own = 0;
      Matcher matcher = SUBSTITUTION.matcher(layer);
      while (matcher.find() && problems.isEmpty()) {
        if (++substitutions > limits.substitutions()) {
          problems.add(
              value.origin(),
              Limits.beyond(limits.substitutions(), "substitutions", "substitutions"));
          return letters;
        }
        List<String> named = split(matcher.group(1));
        if (!path.isEmpty() && named.equals(path)) {
          own++; // The previous value at this place.
        } else {
          letters += at(named, value);
        }
      }
      copies *= Math.max(1, own);
      selves += own > 0 ? 1 : 0;
    }
    if (selves > limits.depth()) {
      problems.add(
          value.origin(),
          Limits.beyond(limits.depth(), "substitutions of a value in itself", "depth"));
    }
    return letters * copies;
  }

  /**
   * Returns the values that were written at one place, in order, from the parser's text of them.
   */
  private static List<String> layers(String text) {
    List<String> layers = new ArrayList<>();
    boolean quoted = false;
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '\\' -> i += quoted ? 1 : 0;
        case '"' -> quoted = !quoted;
        case '{', '[' -> depth += quoted ? 0 : 1;
        case '}', ']' -> depth -= quoted ? 0 : 1;
        case ',' -> {
          if (!quoted && depth == 0) {
            layers.add(text.substring(start, i));
            start = i + 1;
          }
        }
        default -> {}
      }
    }
    layers.add(text.substring(start));
    return layers;
  }

  /** The number of letters of the value to which a substitution refers; 0 if there is none. */
  private double at(List<String> path, ConfigValue user) {
    Double before = known.get(path);
    if (before != null) {
      return before;
    }
    if (!outer.add(path)) {
      return 0; // A circle, which the parser reports.
    }
    double letters = 0;
    if (outer.size() > limits.depth()) {
      problems.add(
          user.origin(),
          Limits.beyond(limits.depth(), "substitutions that refer to one another", "depth"));
    } else {
      // A path within an included file may be relative to that file's top.
      for (int from = 0; from < path.size() && letters == 0; from++) {
        letters = find(path.subList(from, path.size()));
      }
    }
    outer.remove(path);
    known.put(path, letters);
    return letters;
  }

  private double find(List<String> path) {
    ConfigValue value = root;
    for (int depth = 0; depth < path.size(); depth++) {
      try {
        if (!(value instanceof ConfigObject object)) {
          // The value is itself a substitution, which contains the path that is looked for.
          return value == null ? 0 : of(value, path.subList(0, depth));
        }
        value = object.get(path.get(depth));
      } catch (NotResolved e) {
        return of(value, path.subList(0, depth));
      }
    }
    return value == null ? 0 : of(value, path);
  }

  private static List<String> split(String path) {
    try {
      return ConfigUtil.splitPath(path);
    } catch (BadPath e) {
      return List.of(path);
    }
  }

  private static List<String> below(List<String> path, String key) {
    List<String> longer = new ArrayList<>(path);
    longer.add(key);
    return List.copyOf(longer);
  }
}
