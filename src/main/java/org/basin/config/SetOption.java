package org.basin.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException.BadPath;
import com.typesafe.config.ConfigException.NotResolved;
import com.typesafe.config.ConfigException.Parse;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * An override from the command line, {@code path=value}. It acts as if that line stood at the end
 * of the sweep section. A number in the path counts into a list, from 0: {@code
 * axes.0.values=[1,2]}.
 *
 * @param path the path as written
 * @param elements the path's elements from the top of the file
 * @param value a configuration with the single key {@link #VALUE}, not resolved
 */
record SetOption(String path, List<String> elements, Config value) {

  private static final String VALUE = "value";

  /** Parses {@code texts}, and reports those that cannot be parsed to {@code problems}. */
  static List<SetOption> parse(List<String> texts, Problems problems) {
    List<SetOption> options = new ArrayList<>();
    for (String text : texts) {
      int equals = equalsSign(text);
      if (equals <= 0) {
        problems.add(place(text), "must be path=value, such as trial.model.width=50");
        continue;
      }
      String path = text.substring(0, equals).strip();
      try {
        List<String> elements = new ArrayList<>(List.of("sweep"));
        elements.addAll(ConfigUtil.splitPath(path));
        if (elements.get(1).equals(Variants.KEY)) {
          problems.add(
              place(path),
              "is of a variant; choose it by --variant and set the path below it, such as seeds.count");
          continue;
        }
        Config value =
            ConfigFactory.parseString(
                VALUE + " = " + text.substring(equals + 1),
                ConfigParseOptions.defaults().setOriginDescription(Place.OVERRIDE + path));
        if (value.root().size() == 1 && value.root().containsKey(VALUE)) {
          options.add(new SetOption(path, elements, value));
        } else {
          problems.add(place(path), "must set one value; repeat --set for another");
        }
      } catch (BadPath e) {
        problems.add(place(path), "is not a path, such as trial.model.width");
      } catch (Parse e) {
        problems.add(
            place(path),
            text.substring(equals + 1).isBlank()
                ? "has no value after ="
                : "has no legal value after =; put text into double quotes");
      }
    }
    return options;
  }

  private static Place place(String path) {
    return new Place(Place.OVERRIDE + path, 0);
  }

  /** Returns the index of the first equals sign outside quotes; −1 if there is none. */
  private static int equalsSign(String text) {
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '=' && !quoted) {
        return i;
      }
    }
    return -1;
  }

  /** Whether the path counts into a list. The list must be resolved first. */
  boolean entersList() {
    return elements.stream().anyMatch(SetOption::isIndex);
  }

  private static boolean isIndex(String element) {
    return element.matches("\\d{1,9}");
  }

  /** Reports a path that leads into a list although it has no number. */
  void checkLists(ConfigObject root, Problems problems) {
    ConfigValue current = root;
    try {
      for (int depth = 0; depth < elements.size(); depth++) {
        if (current instanceof ConfigList list) {
          problems.add(place(path), intoList(depth, list.size()));
          return;
        }
        current = current instanceof ConfigObject object ? object.get(elements.get(depth)) : null;
      }
    } catch (NotResolved e) {
      return; // The value is a substitution, whose content is not known yet.
    }
  }

  /**
   * Reports which keys of a section are kept if this override sets others of it: HOCON merges
   * sections.
   */
  void tellKept(ConfigObject root, Consumer<String> notes) {
    try {
      ConfigValue current = root;
      for (String element : elements) {
        current = current instanceof ConfigObject object ? object.get(element) : null;
      }
      if (value.root().get(VALUE) instanceof ConfigObject set
          && current instanceof ConfigObject section) {
        Set<String> kept = new TreeSet<>(section.keySet());
        kept.removeAll(set.keySet());
        if (!kept.isEmpty()) {
          notes.accept(
              PrintableText.line(
                  Place.OVERRIDE
                      + path
                      + " sets "
                      + String.join(", ", new TreeSet<>(set.keySet()))
                      + " and keeps "
                      + String.join(", ", kept)
                      + " of the file; to replace the section, put --set "
                      + path
                      + "=null before it"));
        }
      }
    } catch (NotResolved e) {
      return; // The value is a substitution, whose content is not known yet.
    }
  }

  private String intoList(int depth, int size) {
    return ConfigUtil.joinPath(elements.subList(1, depth))
        + " is a list of "
        + size
        + ", must be followed by a number below that, not "
        + elements.get(depth);
  }

  /** Returns a configuration with only this setting, to be merged over the file's. */
  Config alone() {
    ConfigValue inner = value.root().get(VALUE);
    return inner.atPath(ConfigUtil.joinPath(elements));
  }

  /** Returns the resolved configuration {@code root} with this value in its place. */
  ConfigObject replaceIn(ConfigObject root, Problems problems) {
    ConfigValue resolved =
        value.resolveWith(root.toConfig(), ConfigResolveOptions.noSystem()).root().get(VALUE);
    ConfigValue changed = replace(root, 0, resolved, problems);
    return changed instanceof ConfigObject object ? object : root;
  }

  private ConfigValue replace(ConfigValue current, int depth, ConfigValue leaf, Problems problems) {
    if (depth == elements.size()) {
      return leaf;
    }
    String element = elements.get(depth);
    if (current instanceof ConfigList list) {
      int index = isIndex(element) ? Integer.parseInt(element) : -1;
      if (index < 0 || index >= list.size()) {
        problems.add(place(path), intoList(depth, list.size()));
        return current;
      }
      List<ConfigValue> values = new ArrayList<>(list);
      values.set(index, replace(list.get(index), depth + 1, leaf, problems));
      return ConfigValueFactory.fromIterable(values).withOrigin(current.origin());
    }
    ConfigObject object =
        current instanceof ConfigObject that
            ? that
            : ConfigFactory.empty().root().withOrigin(leaf.origin());
    return object.withValue(element, replace(object.get(element), depth + 1, leaf, problems));
  }
}
