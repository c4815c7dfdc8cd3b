package org.basin.cli.start;

import java.util.ArrayList;
import java.util.List;
import org.basin.cli.help.Entry;
import org.basin.cli.help.KeyText;
import org.basin.cli.text.DisplayWidth;
import org.basin.cli.text.Paragraph;
import org.basin.config.Example;
import org.basin.settings.Key;

/**
 * The lines of one section: the keys that are set, and as comments those that are not, each with
 * its meaning, unit and range beside it.
 */
final class CommentedSection {
  private static final String STEP = "  ";

  /** Where the meanings of keys stand. */
  private static final int COLUMN = 32;

  private final KeyText keys;

  CommentedSection(KeyText keys) {
    this.keys = keys;
  }

  /**
   * Returns the lines.
   *
   * @param indent what stands before each
   * @param name of the section; empty for an entry of a list
   * @param entry the kind of component, or the section without kinds
   * @param example what is set
   */
  List<String> lines(String indent, String name, Entry.Kind entry, Example example) {
    List<String> lines = new ArrayList<>();
    lines.add(indent + (name.isEmpty() ? "" : name + " ") + "{");
    lines.addAll(body(indent + STEP, entry, example));
    lines.add(indent + "}");
    return lines;
  }

  /** Those between the braces. */
  List<String> body(String indent, Entry.Kind entry, Example example) {
    List<String> lines = new ArrayList<>();
    if (!entry.name().isEmpty()) {
      lines.addAll(beside(indent + "kind = " + entry.name(), entry.summary()));
    }
    for (Key key : entry.keys()) {
      String value = example.values().get(key.name());
      if (value != null) {
        lines.addAll(beside(indent + key.name() + " = " + value, meaning(entry, key, true)));
      } else if (!isSection(entry, key)) {
        lines.addAll(
            beside(
                indent + "# " + key.name() + " = " + standard(entry, key),
                meaning(entry, key, false)));
      }
    }
    return lines;
  }

  /** A section inside is not a value that could be written on the line. */
  private boolean isSection(Entry.Kind entry, Key key) {
    return keys.need(entry.address(), key).isEmpty();
  }

  /** The default; three dots for a key without. */
  private String standard(Entry.Kind entry, Key key) {
    String value = keys.defaultOf(entry.address(), key);
    if (value.equals("empty")) {
      return "\"\"";
    }
    return value.isEmpty() ? "..." : value;
  }

  private String meaning(Entry.Kind entry, Key key, boolean isSet) {
    String need = keys.need(entry.address(), key);
    boolean isKnown = need.startsWith("; default") && !isSet;
    return key.doc() + "; " + keys.value(key) + (isKnown ? "" : need);
  }

  /** A setting with a comment beside it, or above it where the setting is long. */
  static List<String> beside(String code, String comment) {
    List<String> lines = new ArrayList<>();
    if (comment.isEmpty()) {
      lines.add(code);
      return lines;
    }
    String gap = " ".repeat(COLUMN) + "# ";
    if (DisplayWidth.of(code) < COLUMN) {
      lines.addAll(Paragraph.lines(gap, comment));
      lines.set(0, code + lines.get(0).substring(DisplayWidth.of(code)));
      return lines;
    }
    String indent = " ".repeat(code.length() - code.stripLeading().length());
    lines.addAll(Paragraph.lines(indent + "# ", comment));
    lines.addAll(broken(code, indent + STEP));
    return lines;
  }

  /** HOCON may break a list after a comma. */
  private static List<String> broken(String code, String indent) {
    if (DisplayWidth.of(code) <= Paragraph.WIDTH || code.strip().startsWith("#")) {
      return List.of(code);
    }
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String part : code.split("(?<=, )", -1)) {
      if (!line.isEmpty() && line.length() + part.strip().length() > Paragraph.WIDTH) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
        line.append(indent);
      }
      line.append(part);
    }
    lines.add(line.toString());
    return lines;
  }
}
