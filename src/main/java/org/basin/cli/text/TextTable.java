package org.basin.cli.text;

import java.util.List;

/** A table in aligned plain text. Numbers are aligned to the right, everything else to the left. */
public final class TextTable {
  private static final String GAP = "  ";

  private final List<String> names;
  private final boolean[] isNumber;
  private final int[] widths;

  /**
   * Makes a table.
   *
   * @param names the names of the columns
   * @param isNumber for each column, whether it is aligned to the right
   * @param sample the rows that decide the widths; a wider cell of a later row shifts the rest of
   *     its row
   */
  public TextTable(List<String> names, boolean[] isNumber, List<List<String>> sample) {
    this.names = names;
    this.isNumber = isNumber.clone();
    this.widths = names.stream().mapToInt(DisplayWidth::of).toArray();
    for (List<String> row : sample) {
      for (int c = 0; c < widths.length; c++) {
        widths[c] = Math.max(widths[c], DisplayWidth.of(row.get(c)));
      }
    }
  }

  /** Returns the names of the columns, aligned. */
  public String header() {
    return row(names);
  }

  /** Returns a line of dashes to print under the header. */
  public String rule() {
    StringBuilder line = new StringBuilder();
    for (int c = 0; c < widths.length; c++) {
      line.append(c == 0 ? "" : GAP).append("-".repeat(widths[c]));
    }
    return line.toString();
  }

  /** Returns one row without blanks at its end. */
  public String row(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int c = 0; c < widths.length; c++) {
      String blanks = " ".repeat(Math.max(0, widths[c] - DisplayWidth.of(cells.get(c))));
      line.append(c == 0 ? "" : GAP);
      line.append(isNumber[c] ? blanks + cells.get(c) : cells.get(c) + blanks);
    }
    return line.toString().stripTrailing();
  }
}
