package org.basin.cli.shell;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.basin.cli.text.CellText;
import org.basin.cli.text.DisplayWidth;

/** A row with each column on lines of its own. No value is cut. */
final class VerticalText {
  private static final String GAP = "  ";

  private VerticalText() {}

  /**
   * Returns the lines of a row.
   *
   * @param number the number of the row, from 1
   */
  static List<String> lines(long number, String[] names, Row row, int width) {
    int label = 0;
    for (String name : names) {
      label = Math.max(label, DisplayWidth.of(name));
    }
    label = Math.min(label, width / 2);
    String title = "-[ " + number + " ]";
    List<String> lines = new ArrayList<>();
    lines.add(title + "-".repeat(Math.max(1, Math.min(width, 80) - title.length())));
    for (int c = 0; c < names.length; c++) {
      add(lines, names[c], text(row.get(c)), label, width);
    }
    return lines;
  }

  private static void add(List<String> lines, String name, String value, int label, int width) {
    String indent = " ".repeat(label) + GAP;
    int used = DisplayWidth.of(name);
    if (used > label) {
      lines.add(name);
    }
    String start = used > label ? indent : name + " ".repeat(label - used) + GAP;
    for (String line : value.split("\\R", -1)) {
      for (String piece : pieces(line, Math.max(10, width - indent.length()))) {
        lines.add((start + piece).stripTrailing());
        start = indent;
      }
    }
  }

  private static String text(Object value) {
    return value instanceof String text ? text : CellText.forTable(value);
  }

  private static List<String> pieces(String line, int room) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    int used = 0;
    for (int code : line.codePoints().toArray()) {
      String letter = code == '\t' ? "  " : Character.toString(code);
      if (used + DisplayWidth.of(letter) > room) {
        pieces.add(piece.toString());
        piece.setLength(0);
        used = 0;
      }
      piece.append(letter);
      used += DisplayWidth.of(letter);
    }
    pieces.add(piece.toString());
    return pieces;
  }
}
