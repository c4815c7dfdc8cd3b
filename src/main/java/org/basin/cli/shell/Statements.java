package org.basin.cli.shell;

import java.util.ArrayList;
import java.util.List;
import org.basin.engine.query.QueryToken;

/**
 * A text cut into statements where a semicolon ends one. A semicolon inside of quotes or a comment
 * ends none.
 *
 * @param ended the statements that are ended, without their semicolons and without empty ones
 * @param rest what stands after the last semicolon; blank if nothing but comments does
 */
record Statements(List<Statement> ended, Statement rest) {

  /**
   * A statement.
   *
   * @param text without blanks around it
   * @param start the index of its first character in the whole text
   */
  record Statement(String text, int start) {}

  Statements {
    ended = List.copyOf(ended);
  }

  static Statements of(String text) {
    List<Statement> ended = new ArrayList<>();
    int from = 0;
    boolean isEmpty = true;
    for (QueryToken token : QueryToken.of(text)) {
      if (token.kind() == QueryToken.Kind.SEMICOLON) {
        if (!isEmpty) {
          ended.add(statement(text, from, token.start()));
        }
        from = token.end();
        isEmpty = true;
      } else {
        isEmpty = false;
      }
    }
    return new Statements(
        ended, isEmpty ? new Statement("", text.length()) : statement(text, from, text.length()));
  }

  private static Statement statement(String text, int from, int to) {
    String own = text.substring(from, to);
    return new Statement(own.strip(), from + own.length() - own.stripLeading().length());
  }

  /** Whether nothing is left to be ended. */
  boolean areWhole() {
    return rest.text().isEmpty();
  }
}
