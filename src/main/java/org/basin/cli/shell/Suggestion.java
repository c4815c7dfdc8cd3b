package org.basin.cli.shell;

/**
 * A text that may stand in the place of the word before the cursor.
 *
 * @param text the text
 * @param about what it is, in a few words; may be empty
 * @param isWhole whether a blank may follow it
 */
record Suggestion(String text, String about, boolean isWhole) {

  static Suggestion word(String text, String about) {
    return new Suggestion(text, about, true);
  }

  /** The start of something longer. */
  static Suggestion start(String text, String about) {
    return new Suggestion(text, about, false);
  }

  /** Returns {@code name} as SQL has it: in backquotes unless it is a plain identifier. */
  static String quoted(String name) {
    return name.matches("[A-Za-z_][A-Za-z0-9_]*") ? name : "`" + name.replace("`", "``") + "`";
  }
}
