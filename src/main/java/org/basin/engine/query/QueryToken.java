package org.basin.engine.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.apache.spark.sql.catalyst.parser.SqlBaseLexer;
import org.apache.spark.sql.catalyst.parser.UpperCaseCharStream;

/**
 * A piece of the text of queries, as Spark's own lexer cuts it. Between pieces there are only
 * blanks and comments.
 *
 * @param kind what it is
 * @param text the piece as it is written
 * @param start the index of its first character in the whole text
 */
public record QueryToken(Kind kind, String text, int start) {

  /** What a token is. */
  public enum Kind {
    /** A name or a keyword without quotes. */
    WORD,
    /** A name in backquotes. */
    QUOTED_NAME,
    /** A text in quotes. */
    STRING,
    /** The end of a query. */
    SEMICOLON,
    /** A number, an operator or a bracket. */
    OTHER,
    /** A text, a quoted name or a comment that is not closed: the rest of the whole text. */
    UNFINISHED
  }

  private static final Set<String> QUOTES = Set.of("'", "\"", "`");

  /** The index after its last character. */
  public int end() {
    return start + text.length();
  }

  /** Cuts {@code text} into tokens. It need not be a right query, nor a whole one. */
  public static List<QueryToken> of(String text) {
    SqlBaseLexer lexer = new SqlBaseLexer(new UpperCaseCharStream(CharStreams.fromString(text)));
    lexer.removeErrorListeners();
    List<QueryToken> tokens = new ArrayList<>();
    // The lexer counts code points.
    int from = 0;
    for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
      String piece = token.getText();
      Kind kind = kind(token, piece);
      if (kind == Kind.UNFINISHED) {
        tokens.add(new QueryToken(kind, text.substring(from), from));
        return tokens;
      }
      if (token.getChannel() == Token.DEFAULT_CHANNEL) {
        tokens.add(new QueryToken(kind, piece, from));
      } else if (lexer.has_unclosed_bracketed_comment) {
        tokens.add(new QueryToken(Kind.UNFINISHED, text.substring(from), from));
        return tokens;
      }
      from += piece.length();
    }
    if (from < text.length()) {
      tokens.add(new QueryToken(Kind.UNFINISHED, text.substring(from), from));
    }
    return tokens;
  }

  private static Kind kind(Token token, String piece) {
    return switch (token.getType()) {
      case SqlBaseLexer.SEMICOLON -> Kind.SEMICOLON;
      case SqlBaseLexer.BACKQUOTED_IDENTIFIER -> Kind.QUOTED_NAME;
      case SqlBaseLexer.STRING_LITERAL, SqlBaseLexer.DOUBLEQUOTED_STRING -> Kind.STRING;
      case SqlBaseLexer.UNRECOGNIZED -> QUOTES.contains(piece) ? Kind.UNFINISHED : Kind.OTHER;
      default ->
          Character.isLetter(piece.codePointAt(0)) || piece.charAt(0) == '_'
              ? Kind.WORD
              : Kind.OTHER;
    };
  }
}
