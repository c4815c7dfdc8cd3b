package org.basin.cli;

import java.util.ArrayList;
import java.util.List;

/** Breaks a text into lines between its words. */
final class Paragraph {
  private static final int WIDTH = 80;

  private Paragraph() {}

  /**
   * Returns the lines of {@code text}, each after {@code indent}. A word that is longer than a line
   * has a line of its own.
   */
  static List<String> lines(String indent, String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+", -1)) {
      int width = DisplayWidth.of(indent) + DisplayWidth.of(line.toString());
      if (!line.isEmpty() && width + 1 + DisplayWidth.of(word) > WIDTH) {
        lines.add(indent + line);
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(indent + line);
    return lines;
  }
}
