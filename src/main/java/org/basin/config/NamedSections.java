package org.basin.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.basin.settings.Key;
import org.basin.settings.Nearest;

/** Reads a list of sections that each have a name, such as claims and selections. */
final class NamedSections {

  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private final String key;
  private final Set<String> known;
  private final Reading reading;
  private final Set<String> names = new TreeSet<>();

  /**
   * Makes a reader.
   *
   * @param key the key of the list in the sweep
   * @param known the keys of each entry
   */
  NamedSections(String key, List<Key> known, Reading reading) {
    this.key = key;
    this.known = known.stream().map(Key::name).collect(Collectors.toCollection(TreeSet::new));
    this.reading = reading;
  }

  /**
   * Returns the entries that can be read, and reports the problems of the others.
   *
   * @param entry reads the section of an entry, whose keys are already checked; its first argument
   *     is the entry's name in messages; it returns null if the entry cannot be read
   */
  <T> List<T> read(ConfigObject sweep, BiFunction<String, ConfigObject, T> entry) {
    ConfigValue value = sweep.get(key);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof ConfigList list)) {
      reading.values().add(value.origin(), key + " must be a list, [ { name = …, … } ]");
      return List.of();
    }
    List<T> read = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      String each = key + "[" + i + "]";
      if (!(list.get(i) instanceof ConfigObject object)) {
        reading.values().add(list.get(i).origin(), each + " must be a section, { name = …, … }");
      } else if (checkKeys(each, object)) {
        T one = entry.apply(each, object);
        if (one != null) {
          read.add(one);
        }
      }
    }
    return List.copyOf(read);
  }

  private boolean checkKeys(String each, ConfigObject object) {
    boolean legal = true;
    for (String name : new TreeSet<>(object.keySet())) {
      if (!known.contains(name)) {
        legal = false;
        reading
            .keys()
            .add(
                object.get(name).origin(),
                each + "." + name + " is not a key of " + key + "; " + Nearest.hint(name, known));
      }
    }
    return legal;
  }

  /** Whether a text is lower-case words joined by {@code -}. */
  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /** Returns the entry's name; null if it is missing, ill-formed or already used. */
  String name(String each, ConfigObject object) {
    String name = text(each, object, "name");
    if (name != null && !isName(name)) {
      reading
          .values()
          .add(
              object.get("name").origin(),
              each + ".name is \"" + name + "\", must be lower-case words joined by '-'");
      return null;
    }
    if (name != null && !names.add(name)) {
      reading
          .values()
          .add(object.get("name").origin(), each + ".name is " + name + " again, must differ");
      return null;
    }
    return name;
  }

  /** Returns a required text; if it is missing or blank, reports that and returns null. */
  String text(String each, ConfigObject object, String name) {
    ConfigValue value = object.get(name);
    if (value == null) {
      reading.keys().add(object.origin(), each + "." + name + " is missing, must be a text");
      return null;
    }
    if (value.valueType() != ConfigValueType.STRING) {
      reading.values().add(value.origin(), each + "." + name + " must be a text");
      return null;
    }
    String text = ((String) value.unwrapped()).strip();
    if (text.isEmpty()) {
      reading.values().add(value.origin(), each + "." + name + " is empty, must be a text");
      return null;
    }
    return text;
  }
}
