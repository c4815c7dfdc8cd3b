package org.basin.engine.query;

import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.apache.spark.sql.catalyst.parser.SqlBaseLexer;
import org.apache.spark.sql.catalyst.parser.UpperCaseCharStream;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.SparkSqlParser;

/** Parses a query's text, after a check that it is not too long or too deeply nested to parse. */
final class QueryText {

  private QueryText() {}

  /**
   * Returns the query as it is written, with no name in it resolved.
   *
   * @throws QueryException if it is longer or deeper than {@code limits} allow
   */
  static LogicalPlan parse(String text, QueryLimits limits) {
    if (text.length() > limits.characters()) {
      throw new QueryException(
          "the query has "
              + text.length()
              + " characters, must have at most "
              + limits.characters());
    }
    checkBrackets(text, limits.depth());
    return new SparkSqlParser().parsePlan(text);
  }

  /** The parser recurses once for each bracket, and takes longer and longer for it. */
  private static void checkBrackets(String text, int most) {
    SqlBaseLexer lexer = new SqlBaseLexer(new UpperCaseCharStream(CharStreams.fromString(text)));
    lexer.removeErrorListeners();
    int depth = 0;
    for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
      switch (token.getType()) {
        case SqlBaseLexer.LEFT_PAREN, SqlBaseLexer.LEFT_BRACKET, SqlBaseLexer.CASE -> depth++;
        case SqlBaseLexer.RIGHT_PAREN, SqlBaseLexer.RIGHT_BRACKET, SqlBaseLexer.END -> depth--;
        default -> {
          // Any other token leaves the depth as it is.
        }
      }
      if (depth > most) {
        throw tooDeep(most);
      }
    }
  }

  static QueryException tooDeep(int most) {
    return new QueryException(
        "the query is nested too deeply, must have at most " + most + " levels");
  }
}
