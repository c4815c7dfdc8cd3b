package org.basin.cli.help;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.basin.config.SweepDocs;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Settings;

/** Describes in words which values a key may have, and which value it has if it is not given. */
public final class KeyText {
  /** What {@link #need} says of a key that must be given. */
  static final String REQUIRED = "; required";

  private final Settings defaults = SweepDocs.defaults();
  private final Set<String> plain;

  /** Of the names that {@code glossary} knows. */
  public KeyText(Glossary glossary) {
    this.plain =
        glossary.slots().stream()
            .filter(Entry.Slot::isPlain)
            .map(Entry.Slot::name)
            .collect(Collectors.toSet());
  }

  /** The type and range, such as {@code real, > 0}. */
  public String value(Key key) {
    boolean isSection = plain.contains(key.slot());
    String type =
        switch (key.type()) {
          case COMPONENT -> isSection ? "section" : "a kind of " + key.slot();
          case COMPONENTS -> isSection ? "list of sections" : "list of kinds of " + key.slot();
          case REALS -> "list of reals";
          case TEXTS -> "list of texts";
          case NAMED_REALS -> "reals by name";
          default -> key.type().name().toLowerCase(Locale.ROOT);
        };
    return key.range().equals(Range.ANY) ? type : type + ", " + range(key.range());
  }

  /** A range in words. */
  public static String range(Range range) {
    return range.toString().replace(".0E", "e").replaceAll("(?<=[0-9])E(?=-?[0-9])", "e");
  }

  /**
   * Says whether a key of the kind at {@code address} must be given, or what its default is; empty
   * for a section.
   */
  public String need(String address, Key key) {
    String standard = defaultOf(address, key);
    if (!standard.isEmpty()) {
      return "; default " + standard;
    }
    return plain.contains(key.slot()) ? "" : key.isOptional() ? "; optional" : REQUIRED;
  }

  /** The default of a key of the kind at {@code address}; empty if it has none. */
  public String defaultOf(String address, Key key) {
    String path = address + "." + key.name();
    if (!defaults.has(path)) {
      return defaults.has(path + ".kind") ? String.valueOf(defaults.get(path + ".kind")) : "";
    }
    Object value = defaults.get(path);
    if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Settings) {
      return list.stream().map(c -> ((Settings) c).get("kind")).toList().toString();
    }
    String text = String.valueOf(value).replace(".0E", "e").replaceAll("(?<=[0-9])E", "e");
    return text.isEmpty() ? "empty" : text;
  }
}
