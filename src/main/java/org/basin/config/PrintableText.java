package org.basin.config;

/** Makes text from a file fit into one line of a terminal. */
final class PrintableText {

  private static final int WORD = ToldLimits.REFERENCE.wordLetters();
  private static final int LINE = ToldLimits.REFERENCE.lineLetters();

  private PrintableText() {}

  /**
   * Returns {@code text} as one line. Long words and lines are shortened. Control characters, such
   * as those that move a terminal's cursor, are written as numbers.
   */
  static String line(String text) {
    StringBuilder line = new StringBuilder();
    int word = 0;
    for (int i = 0; i < text.length() && line.length() < LINE; ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      word = c == ' ' ? 0 : word + 1;
      if (word <= WORD) {
        append(line, c);
      } else if (word == WORD + 1) {
        line.append('…');
      }
    }
    return line.length() < LINE ? line.toString() : line.append('…').toString();
  }

  private static void append(StringBuilder line, int c) {
    int type = Character.getType(c);
    boolean isPrintable =
        type != Character.CONTROL
            && type != Character.FORMAT
            && type != Character.SURROGATE
            && type != Character.LINE_SEPARATOR
            && type != Character.PARAGRAPH_SEPARATOR;
    if (isPrintable) {
      line.appendCodePoint(c);
    } else if (c == '\n') {
      line.append("\\n");
    } else {
      line.append(String.format("\\u%04x", c));
    }
  }
}
