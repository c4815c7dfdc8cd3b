package org.basin.cli.shell;

import java.util.List;
import org.basin.engine.query.QueryToken;
import org.basin.engine.query.QueryToken.Kind;

/**
 * The word before the cursor, which a suggestion replaces.
 *
 * @param prefix what is written of it; empty after a blank or a sign
 * @param start the index of its first letter
 * @param isText whether it stands in quotes that are not closed; they are not part of it
 */
record Word(String prefix, int start, boolean isText) {

  /** Returns the last word of a query up to the cursor. */
  static Word of(String before) {
    List<QueryToken> tokens = QueryToken.of(before);
    if (!tokens.isEmpty()) {
      QueryToken last = tokens.get(tokens.size() - 1);
      if (last.kind() == Kind.UNFINISHED) {
        boolean isName = last.text().startsWith("`");
        int from = last.start() + (isName ? 0 : 1);
        return new Word(before.substring(from), from, !isName && !last.text().startsWith("/*"));
      }
      boolean isWord =
          last.kind() == Kind.WORD
              || (last.kind() == Kind.OTHER && Character.isDigit(last.text().charAt(0)));
      if (isWord && last.end() == before.length()) {
        return new Word(last.text(), last.start(), false);
      }
    }
    return new Word("", before.length(), false);
  }
}
