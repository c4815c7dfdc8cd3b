package org.basin.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.IntSupplier;
import org.basin.cli.text.DisplayWidth;

/**
 * Text that is printed again and again: on a terminal in place of what was there, elsewhere as one
 * block after the other.
 */
final class RedrawnText {
  private static final String ERASE_BELOW = "\033[J";

  private final PrintWriter out;
  private final boolean isTerminal;
  private final IntSupplier columns;

  /** The number of the terminal's rows that the text fills; −1 before there is any. */
  private int rows = -1;

  /**
   * Makes a text.
   *
   * @param isTerminal whether what is printed may be replaced
   * @param columns the width of the terminal
   */
  RedrawnText(PrintWriter out, boolean isTerminal, IntSupplier columns) {
    this.out = out;
    this.isTerminal = isTerminal;
    this.columns = columns;
  }

  /** Prints the lines, or replaces those that are there by them. */
  void show(List<String> lines) {
    if (rows >= 0 && isTerminal) {
      out.print("\r" + (rows == 0 ? "" : "\033[" + rows + "A") + ERASE_BELOW);
    } else if (rows >= 0) {
      out.println();
    }
    lines.forEach(out::println);
    out.flush();
    int width = isTerminal ? columns.getAsInt() : 1;
    rows = lines.stream().mapToInt(line -> rows(line, width)).sum();
  }

  /** A line that is wider than the terminal fills several rows. */
  private static int rows(String line, int width) {
    return Math.max(1, (DisplayWidth.of(line) + width - 1) / width);
  }
}
