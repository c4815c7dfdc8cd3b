package org.basin.cli.shell;

import java.util.List;
import java.util.Locale;
import org.basin.engine.query.QueryToken;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Tells the line editor whether a text is whole, and which word of it is completed. */
final class SqlParser implements Parser {

  /** Words that a person may type to leave or to get help, in place of a command. */
  static final List<String> PLAIN_WORDS = List.of("exit", "quit", "help");

  @Override
  public ParsedLine parse(String text, int cursor, ParseContext context) {
    boolean mustBeWhole =
        context == ParseContext.ACCEPT_LINE || context == ParseContext.SECONDARY_PROMPT;
    if (mustBeWhole && !isWhole(text)) {
      throw new EOFError(-1, -1, "a query ends with a semicolon", open(text));
    }
    String before = text.substring(0, cursor);
    return new Line(text, cursor, isCommand(text) ? argument(before) : Word.of(before));
  }

  static boolean isCommand(String text) {
    return text.stripLeading().startsWith("\\");
  }

  private static boolean isWhole(String text) {
    return isCommand(text)
        || PLAIN_WORDS.contains(text.strip().toLowerCase(Locale.ROOT))
        || Statements.of(text).areWhole()
        || endsTheShell(text);
  }

  /** Two signs that say in the prompt what is open: a query, a quote or a comment. */
  private static String open(String text) {
    List<QueryToken> tokens = QueryToken.of(text);
    QueryToken last = tokens.get(tokens.size() - 1);
    if (last.kind() != QueryToken.Kind.UNFINISHED) {
      return "..";
    }
    return last.text().startsWith("/*") ? "/*" : "." + last.text().charAt(0);
  }

  /** Whether the last line is {@code \q}, by which a person leaves a query that she cannot end. */
  static boolean endsTheShell(String text) {
    return text.strip().endsWith("\n" + Command.QUIT.typed());
  }

  /** The last word of a command: what stands behind the last blank. */
  private static Word argument(String before) {
    int start = before.length();
    while (start > 0 && !Character.isWhitespace(before.charAt(start - 1))) {
      start--;
    }
    return new Word(before.substring(start), start, false);
  }

  /** A text of which {@link #word} is completed. */
  record Line(String line, int cursor, Word completed) implements CompletingParsedLine {
    @Override
    public String word() {
      return completed.prefix();
    }

    @Override
    public int wordCursor() {
      return completed.prefix().length();
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean isWhole) {
      return candidate; // Candidates are SQL already.
    }

    @Override
    public int rawWordCursor() {
      return wordCursor();
    }

    @Override
    public int rawWordLength() {
      return wordCursor();
    }

    @Override
    public int wordIndex() {
      return completed.start() == 0 ? 0 : 1;
    }

    @Override
    public List<String> words() {
      String before = line.substring(0, completed.start());
      return before.isEmpty() ? List.of(completed.prefix()) : List.of(before, completed.prefix());
    }
  }
}
