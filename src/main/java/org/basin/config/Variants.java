package org.basin.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException.NotResolved;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.basin.settings.Nearest;

/**
 * The section {@code sweep.variants} of a file that is parsed and not resolved yet. A variant is
 * laid over the section {@code sweep} before substitutions are carried out, so that they see what
 * the variant sets: as if the variant were a file that includes this one.
 */
final class Variants {

  /** The section's key in {@code sweep}. */
  static final String KEY = "variants";

  /** Chooses the sweep as the file has it. */
  static final String NONE = "";

  private static final String SWEEP = "sweep";
  private static final String SAYS = "says";
  private static final Pattern LEGAL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,49}");

  private final Config file;
  private final Map<String, ConfigObject> parts = new TreeMap<>();
  private final Map<String, Set<Place>> places = new HashMap<>();
  private final List<Variant> all = new ArrayList<>();

  private Variants(Config file) {
    this.file = file;
  }

  /**
   * Takes the variants out of a file.
   *
   * @param file parsed, not resolved
   * @param problems told what is wrong with the form of the variants
   */
  static Variants of(Config file, Limits limits, Problems problems) {
    ConfigValue section = section(file.root());
    if (section == null) {
      return new Variants(file);
    }
    Variants variants = new Variants(file.withoutPath(SWEEP + "." + KEY));
    VariantReferences.check(file.root(), List.of(SWEEP, KEY), problems);
    variants.add(section, limits, problems);
    return variants;
  }

  /** What stands there; null if nothing does, or {@code sweep} itself comes by a substitution. */
  private static ConfigValue section(ConfigObject root) {
    try {
      return root.get(SWEEP) instanceof ConfigObject sweep ? sweep.get(KEY) : null;
    } catch (NotResolved e) {
      return null; // If it brings variants, the reader refuses them.
    }
  }

  private void add(ConfigValue section, Limits limits, Problems problems) {
    Map<String, ConfigValue> entries = entries(section);
    if (entries == null) {
      problems.add(
          section.origin(),
          KEY + " must be a section, written out, variants { small { says = …, … } }");
      return;
    }
    if (entries.size() > limits.variants()) {
      problems.add(section.origin(), Limits.beyond(limits.variants(), KEY, KEY));
      return;
    }
    entries.forEach((name, value) -> add(name, value, problems));
  }

  /** What a section holds, without nulls; null if it is no section or has a substitution. */
  private static Map<String, ConfigValue> entries(ConfigValue value) {
    Map<String, ConfigValue> entries = new TreeMap<>();
    try {
      if (value.valueType() == ConfigValueType.NULL) {
        return entries;
      }
      if (!(value instanceof ConfigObject section)) {
        return null;
      }
      for (String key : section.keySet()) {
        if (!isNull(section.get(key))) {
          entries.put(key, section.get(key));
        }
      }
      return entries;
    } catch (NotResolved e) {
      return null;
    }
  }

  /** How a file drops a variant that it includes. */
  private static boolean isNull(ConfigValue value) {
    try {
      return value.valueType() == ConfigValueType.NULL;
    } catch (NotResolved e) {
      return false;
    }
  }

  private void add(String name, ConfigValue value, Problems problems) {
    String path = KEY + "." + name;
    if (!LEGAL.matcher(name).matches()) {
      problems.add(
          value.origin(),
          path
              + " is no name of a variant, must be at most 50 letters, digits, '_' or '-', the"
              + " first a letter or digit");
      return;
    }
    if (entries(value) == null) {
      problems.add(
          value.origin(), path + " must be a section, written out, " + name + " { says = …, … }");
      return;
    }
    ConfigObject part = (ConfigObject) value;
    if (part.containsKey(KEY)) {
      problems.add(
          part.get(KEY).origin(), path + "." + KEY + " cannot be: a variant has no variants");
    }
    String says = says(path, part, problems);
    all.add(new Variant(name, says));
    parts.put(name, part.withoutKey(SAYS).withoutKey(KEY));
    Set<Place> written = new HashSet<>();
    walk(part, written);
    places.put(name, written);
  }

  private static String says(String path, ConfigObject part, Problems problems) {
    ConfigValue says = part.get(SAYS);
    String must = ", must be text: what changes, and how long it takes";
    if (says == null) {
      problems.add(part.origin(), path + "." + SAYS + " is missing" + must);
      return "";
    }
    try {
      if (says.unwrapped() instanceof String text && !text.isBlank()) {
        return text;
      }
    } catch (NotResolved e) {
      // As wrong as a number.
    }
    problems.add(says.origin(), path + "." + SAYS + " is no text" + must);
    return "";
  }

  private static void walk(ConfigValue value, Set<Place> written) {
    written.add(Place.of(value.origin()));
    try {
      if (value instanceof ConfigObject object) {
        object.values().forEach(inner -> walk(inner, written));
      } else if (value instanceof ConfigList list) {
        list.forEach(inner -> walk(inner, written));
      }
    } catch (NotResolved e) {
      return; // What a substitution brings is written elsewhere.
    }
  }

  /** The variants by name. */
  List<Variant> all() {
    return List.copyOf(all);
  }

  /**
   * Refuses a name that is no variant's.
   *
   * @param name or {@link #NONE}
   * @param from the file, for the message
   */
  void require(String name, Path from) {
    if (name.equals(NONE) || parts.containsKey(name)) {
      return;
    }
    String known =
        parts.isEmpty()
            ? ", it has no variants"
            : "; it has "
                + String.join(", ", parts.keySet())
                + Nearest.to(name, parts.keySet())
                    .map(near -> "; did you mean " + near + "?")
                    .orElse("");
    throw new ConfigException(
        List.of(Place.of(from) + ": has no variant " + PrintableText.line(name) + known));
  }

  /** The file under a variant or {@link #NONE}, without variants; not resolved. */
  Config file(String name) {
    ConfigObject part = parts.get(name);
    return part == null ? file : part.atPath(SWEEP).withFallback(file);
  }

  /** Where a variant gives its name, or stands. */
  Place place(String name) {
    ConfigObject part = parts.get(name);
    return Place.of((part.containsKey("name") ? part.get("name") : part).origin());
  }

  /** Whether a variant says what the sweep is called. */
  boolean hasName(String name) {
    return parts.get(name).containsKey("name");
  }

  /**
   * What to say of a problem of the sweep under a variant: what the variant wrote is called by its
   * path in the file.
   */
  String told(String name, Place place, String text) {
    return isOf(name, place, text) ? KEY + "." + name + "." + text : text;
  }

  /** The same of a variant that is not chosen, of which the reader may not think. */
  String toldOfOther(String name, Place place, String text) {
    return isOf(name, place, text)
        ? told(name, place, text)
        : text + " (under " + KEY + "." + name + ")";
  }

  /** Whether the variant wrote what stands at {@code place} and is called {@code text} first. */
  private boolean isOf(String name, Place place, String text) {
    return parts.containsKey(name)
        && places.get(name).contains(place)
        && parts.get(name).containsKey(text.split("[ .\\[]", 2)[0]);
  }
}
