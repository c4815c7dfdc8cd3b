package org.basin.cli.text;

import java.util.ArrayList;
import java.util.List;

/** Breaks a text into lines between its words. */
public final class Paragraph {
  /** The width of the narrowest terminal for which lines are made. */
  public static final int WIDTH = 80;

  private Paragraph() {}

  /**
   * Returns the lines of {@code text}, each after {@code indent}. A word that is longer than a line
   * has a line of its own.
   */
  public static List<String> lines(String indent, String text) {
    return lines(indent, text, WIDTH);
  }

  /** Returns the lines of {@code text}, of which all but the first are indented. */
  public static List<String> hanging(String indent, String text) {
    List<String> lines = lines(indent, text);
    lines.set(0, lines.get(0).substring(indent.length()));
    return lines;
  }

  /** The same for lines of {@code max} columns, the indent among them. */
  public static List<String> lines(String indent, String text, int max) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+", -1)) {
      int width = DisplayWidth.of(indent) + DisplayWidth.of(line.toString());
      if (!line.isEmpty() && width + 1 + DisplayWidth.of(word) > max) {
        lines.add(indent + line);
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(indent + line);
    return lines;
  }
}
