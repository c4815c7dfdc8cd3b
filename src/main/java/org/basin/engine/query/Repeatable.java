package org.basin.engine.query;

import java.util.regex.Pattern;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateFunction;
import org.apache.spark.sql.catalyst.trees.TreeNode;
import org.apache.spark.sql.catalyst.trees.TreePattern;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Checks that an expression has the same value whenever and wherever the query is computed. The
 * value must not depend on random numbers, the clock, the user or the layout of rows in files. It
 * may depend on the order of rows within a group, as {@code first} and {@code collect_list} do:
 * that order belongs to the tables.
 */
final class Repeatable {

  /**
   * Texts that Spark reads as a date relative to now; see its {@code
   * DateTimeUtils.extractSpecialValue}.
   */
  private static final Pattern CLOCK =
      Pattern.compile("(?is)[^a-z]*(now|today|tomorrow|yesterday)\\b.*");

  private Repeatable() {}

  /**
   * Checks {@code expression} alone, without its children.
   *
   * @throws QueryException if its value can differ
   */
  static void check(Expression expression) {
    boolean asksTheSession =
        isOwn(expression, child -> child.containsPattern(TreePattern.CURRENT_LIKE()))
            && expression.containsPattern(TreePattern.CURRENT_LIKE());
    boolean isChance =
        !expression.deterministic()
            && !(expression instanceof AggregateFunction)
            && isOwn(expression, child -> !child.deterministic());
    if (asksTheSession || isChance) {
      throw refused(expression.prettyName(), expression);
    }
    if (expression instanceof Literal literal && isTime(literal.dataType())) {
      // The parser has already replaced DATE 'today' by a date, but it keeps what was written.
      checkLiteral(literal);
    }
    if (expression instanceof Cast cast
        && isTime(cast.dataType())
        && cast.child().dataType() instanceof StringType
        && cast.child().foldable()
        && (!(cast.child() instanceof Literal text) || readsTheClock(text))) {
      throw refused(cast.sql(), expression);
    }
  }

  private static void checkLiteral(Literal literal) {
    if (literal.origin().sqlText().isEmpty()
        || literal.origin().startIndex().isEmpty()
        || literal.origin().stopIndex().isEmpty()) {
      return;
    }
    String text = literal.origin().sqlText().get();
    int from = (Integer) literal.origin().startIndex().get();
    int to = (Integer) literal.origin().stopIndex().get() + 1;
    String own = 0 <= from && from < to && to <= text.length() ? text.substring(from, to) : "";
    int quote = own.indexOf('\'') < 0 ? own.indexOf('"') : own.indexOf('\'');
    if (quote >= 0 && CLOCK.matcher(own.substring(quote)).matches()) {
      throw refused(own, literal);
    }
  }

  private static boolean readsTheClock(Literal text) {
    return text.value() != null && CLOCK.matcher(text.value().toString()).matches();
  }

  private static boolean isOwn(
      Expression expression, java.util.function.Predicate<Expression> comesFrom) {
    return CollectionConverters.asJava(expression.children()).stream().noneMatch(comesFrom);
  }

  private static boolean isTime(DataType type) {
    return type instanceof DateType
        || type instanceof TimestampType
        || type instanceof TimestampNTZType;
  }

  static QueryException refused(String what, TreeNode<?> node) {
    return new QueryException(
        what
            + " is not allowed in a claim, whose verdict must depend on the tables alone"
            + NodeTypes.position(node.origin()));
  }
}
